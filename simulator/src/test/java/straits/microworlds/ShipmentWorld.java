package straits.microworlds;

import static straits.microworlds.Micro.chip;

import java.time.LocalDate;
import straits.market.inventory.PoolState;
import straits.regulation.Quotas;
import straits.simulation.Snapshot;

/**
 * A world for rules that bind at the shipment. A GPU has 10 TPP, orders ship at once; big and small are providers of class
 * gatekeeper and local, each with one pool in Malaysia, of which pool 0 is big's.
 */
final class ShipmentWorld {

    private static final String REVIEW_OF_A_MONTH = "{review_classes: {r: {review_time: 30 days, approve: 1}}}";

    private ShipmentWorld() {}

    static String provider(String ownerClass) {
        return provider(ownerClass, "johor", 0);
    }

    static String provider(String ownerClass, String site, int installed) {
        return "{home: US, owner_class: " + ownerClass
                + ", offers: {h100: {on_demand: 2 USD per GPU-hour}}, fleet: [{site: " + site
                + ", chip: h100, installed: " + installed + " GPUs}]}";
    }

    /** Orders written provider, GPUs, date and, unless it is none, lead time in days; rules and the desk. */
    static Micro world(String rules, String... orders) {
        StringBuilder deliveries = new StringBuilder();
        for (String order : orders) {
            String[] words = order.split(" ", -1);
            deliveries
                    .append("d" + deliveries.length() + ": {site: johor, chip: h100, vendor_lead: ")
                    .append(words.length > 3 ? words[3] + " days" : "0 h")
                    .append(", provider: " + words[0] + ", gpus: " + words[1] + " GPUs, ordered: " + words[2] + "}, ");
        }
        return Micro.world()
                .with("horizon", "2 years")
                .with("chips", "{h100: " + chip(10, 1) + "}")
                .with("providers", "{big: " + provider("gatekeeper") + ", small: " + provider("local") + "}")
                .with("deliveries", "{" + deliveries + "}")
                .regime("{" + rules + "}", REVIEW_OF_A_MONTH);
    }

    /** What the two have at the start. */
    static Micro withFleets(Micro world, int big, int small) {
        return world.with(
                "providers",
                "{big: " + provider("gatekeeper", "johor", big) + ", small: " + provider("local", "johor", small)
                        + "}");
    }

    static int installed(Snapshot run, int pool) {
        return run.inventory().gpus(pool, PoolState.INSTALLED);
    }

    static int quota(Snapshot run, String rule, String holder) {
        for (int quota = 0; quota < run.quotas().size(); quota++) {
            Quotas.Name name = run.quotas().name(quota);
            if (name.rule().equals(rule) && name.holder().equals(holder)) {
                return quota;
            }
        }
        throw new AssertionError("no quota of " + rule + " for " + holder);
    }

    static int quota(Snapshot run, String rule, String holder, String country) {
        for (int quota = 0; quota < run.quotas().size(); quota++) {
            if (run.quotas().name(quota).equals(new Quotas.Name(rule, holder, country))) {
                return quota;
            }
        }
        throw new AssertionError("no quota of " + rule + " for " + holder + " in " + country);
    }

    static long micros(Snapshot run, String date) {
        return run.catalog().timeline().micros(LocalDate.parse(date));
    }
}

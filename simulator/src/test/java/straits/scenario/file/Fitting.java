package straits.scenario.file;

import java.lang.reflect.RecordComponent;
import java.util.List;
import straits.scenario.AnchorTenant;
import straits.scenario.AtLease;
import straits.scenario.AtShipment;
import straits.scenario.Desk;
import straits.scenario.Pricing;
import straits.scenario.Regime;
import straits.scenario.Scenario;
import straits.scenario.TenantClass;
import straits.scenario.TenantNegotiation;

/** The keys of a record that was drawn, so changed that they go together; what goes with what, each section says. */
final class Fitting {

    private final Grown.Keys keys;
    private final String path;
    private final Growth growth;

    Fitting(Grown.Keys keys, String path, Growth growth) {
        this.keys = keys;
        this.path = path;
        this.growth = growth;
    }

    /** Makes them fit. */
    void fit() {
        Class<?> type = keys.place().raw();
        if (type == Scenario.class) {
            put("sources", DrawnNumbers.SOURCES);
        } else if (type == Pricing.class) {
            MarketFit.pricing(this);
        } else if (type == TenantClass.class) {
            DemandFit.oneWayToAsk(this);
        } else if (type == AnchorTenant.class) {
            DemandFit.strategy(this);
        } else if (type == AnchorTenant.Pacing.class) {
            DemandFit.pacing(this);
        } else if (type == TenantNegotiation.class) {
            DemandFit.bids(this);
        } else if (type == Regime.class) {
            RegulationFit.regime(this);
        } else if (type == Desk.class) {
            need("review_classes");
        } else if (type == AtLease.RemoteAccess.class) {
            RegulationFit.remoteAccess(this);
        } else if (type == AtShipment.Custom.class) {
            RegulationFit.extension(this);
        }
    }

    boolean chance(double probability) {
        return growth.chance(probability);
    }

    /** What stands under a key; empty if nothing does. */
    String text(String key) {
        Grown grown = keys.entries().get(key);
        return grown == null ? "" : grown.text();
    }

    /** All of it. */
    String text() {
        return keys.text();
    }

    /** Leaves keys out. */
    void drop(List<String> dropped) {
        keys.entries().keySet().removeAll(dropped);
    }

    /** Draws what a key needs if it has nothing. */
    void need(String key) {
        keys.entries().computeIfAbsent(key, absent -> growth.grow(place(key), Texts.key(path, key)));
    }

    /** Writes a text under a key. */
    void put(String key, String text) {
        keys.entries().put(key, Growth.leaf(place(key), text));
    }

    /** One of the keys is needed, the others go. */
    void only(String wanted, List<String> keysOfKind) {
        drop(keysOfKind.stream().filter(key -> !key.equals(wanted)).toList());
        if (keysOfKind.contains(wanted)) {
            need(wanted);
        }
    }

    private Place place(String key) {
        for (RecordComponent component : Records.components(keys.place().raw())) {
            if (Records.key(component).equals(key)) {
                return keys.place().component(component);
            }
        }
        throw new IllegalArgumentException(keys.place().raw() + " has no " + key);
    }
}

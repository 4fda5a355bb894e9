package straits.catalog;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import straits.scenario.Channel;
import straits.scenario.Delivery;
import straits.scenario.OrderRule;
import straits.scenario.Provider;
import straits.scenario.Scenario;

/**
 * The pools of a scenario: every provider x site x chip that its fleets, deliveries, order rules and the licensed chips of its anchors
 * name, in that order.
 */
public final class Pools {

    private final Map<String, Integer> ids = new LinkedHashMap<>();
    private final int[] provider;
    private final int[] site;
    private final int[] chip;
    private final int[] country;

    Pools(Scenario scenario, Index providers, Index sites, Index chips, int[] countryOfSite) {
        int bound = 2 * scenario.deliveries().size() + licensed(scenario).size();
        for (Provider each : scenario.providers().values()) {
            bound += each.fleet().size() + each.orders().size();
        }
        int[][] columns = new int[3][bound];
        scenario.providers().forEach((key, each) -> {
            for (Provider.Fleet fleet : each.fleet()) {
                add(columns, providers.id(key), sites.id(fleet.site()), chips.id(fleet.chip()));
            }
        });
        for (Delivery each : scenario.deliveries().values()) {
            add(columns, providers.id(each.provider()), sites.id(each.site()), chips.id(each.chip()));
            if (each.diversion() != null) {
                String to = each.diversion().to();
                add(columns, providers.id(each.provider()), sites.id(to), chips.id(each.chip()));
            }
        }
        scenario.providers().forEach((key, each) -> {
            for (OrderRule rule : each.orders()) {
                add(columns, providers.id(key), sites.id(rule.site()), chips.id(rule.chip()));
            }
        });
        for (Channel.LicensedChips each : licensed(scenario)) {
            add(columns, providers.id(each.provider()), sites.id(each.site()), chips.id(each.chip()));
        }
        provider = Arrays.copyOf(columns[0], ids.size());
        site = Arrays.copyOf(columns[1], ids.size());
        chip = Arrays.copyOf(columns[2], ids.size());
        country = new int[ids.size()];
        for (int pool = 0; pool < country.length; pool++) {
            country[pool] = countryOfSite[site[pool]];
        }
    }

    private static List<Channel.LicensedChips> licensed(Scenario scenario) {
        return scenario.anchors().values().stream()
                .flatMap(anchor -> anchor.channels().values().stream())
                .filter(Channel.LicensedChips.class::isInstance)
                .map(Channel.LicensedChips.class::cast)
                .toList();
    }

    private void add(int[][] columns, int provider, int site, int chip) {
        int pool = ids.size();
        if (ids.putIfAbsent(key(provider, site, chip), pool) == null) {
            columns[0][pool] = provider;
            columns[1][pool] = site;
            columns[2][pool] = chip;
        }
    }

    private static String key(int provider, int site, int chip) {
        return provider + "/" + site + "/" + chip;
    }

    /** Number of pools. */
    public int size() {
        return provider.length;
    }

    /** The pool of a provider, site and chip. */
    public int id(int provider, int site, int chip) {
        Integer id = ids.get(key(provider, site, chip));
        if (id == null) {
            throw new IllegalArgumentException(
                    "no pool for provider " + provider + ", site " + site + ", chip " + chip);
        }
        return id;
    }

    /** Owner of a pool. */
    public int provider(int pool) {
        return provider[pool];
    }

    /** Site of a pool. */
    public int site(int pool) {
        return site[pool];
    }

    /** Chip of a pool. */
    public int chip(int pool) {
        return chip[pool];
    }

    /** Chips of all pools. */
    public int[] chips() {
        return chip.clone();
    }

    /** Country of a pool. */
    public int country(int pool) {
        return country[pool];
    }
}

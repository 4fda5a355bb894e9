package straits.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import straits.scenario.PoolName;
import straits.scenario.Scenario;

/** The pools of a scenario, by dense ids in the order of their names. */
public final class Pools {

    private final Map<String, Integer> ids = new HashMap<>();
    private final int[] provider;
    private final int[] site;
    private final int[] chip;
    private final int[] country;

    Pools(Scenario scenario, Index providers, Index sites, Index chips, int[] countryOfSite) {
        List<PoolName> names = List.copyOf(PoolName.of(scenario));
        provider = new int[names.size()];
        site = new int[names.size()];
        chip = new int[names.size()];
        country = new int[names.size()];
        for (int pool = 0; pool < country.length; pool++) {
            PoolName name = names.get(pool);
            provider[pool] = providers.id(name.provider());
            site[pool] = sites.id(name.site());
            chip[pool] = chips.id(name.chip());
            country[pool] = countryOfSite[site[pool]];
            ids.put(key(provider[pool], site[pool], chip[pool]), pool);
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

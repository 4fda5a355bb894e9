package straits.market.spot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.scenario.SpotSale;
import straits.units.SimTime;

/** Which pools clear together, in order of their first pool. */
final class Venues {

    private Venues() {}

    static List<Venue> of(Catalog catalog) {
        Map<String, List<Integer>> pools = new LinkedHashMap<>();
        for (int pool = 0; pool < catalog.pools().size(); pool++) {
            SpotSale sale = sale(catalog, pool);
            if (sale != null) {
                pools.computeIfAbsent(key(catalog, pool, sale), none -> new ArrayList<>())
                        .add(pool);
            }
        }
        return pools.values().stream().map(each -> venue(catalog, each)).toList();
    }

    private static String key(Catalog catalog, int pool, SpotSale sale) {
        boolean shared = SpotMechanisms.of(sale.mechanism()).manySellers();
        return shared ? "chip " + catalog.pools().chip(pool) : "pool " + pool;
    }

    private static Venue venue(Catalog catalog, List<Integer> pools) {
        SpotSale sale = sale(catalog, pools.get(0));
        if (sale == null) {
            throw new IllegalStateException("a pool without spot in a venue");
        }
        return new Venue(
                SpotMechanisms.of(sale.mechanism()),
                pools,
                SimTime.durationOfHours(sale.clearing().value()));
    }

    /** How the owner of a pool sells spot leases; null if it does not. */
    static @Nullable SpotSale sale(Catalog catalog, int pool) {
        return catalog.provider(catalog.pools().provider(pool)).spot();
    }
}

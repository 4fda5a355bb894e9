package straits.regulation;

import java.util.List;
import straits.catalog.Catalog;
import straits.scenario.Provider;
import straits.scenario.Regime;
import straits.scenario.Rule;

/** What the scope of a rule covers, by the ids of a catalogue. */
final class Coverage {

    private final Catalog catalog;
    private final Regime regime;
    private final Rule.Scope scope;

    Coverage(Catalog catalog, Regime regime, Rule.Scope scope) {
        this.catalog = catalog;
        this.regime = regime;
        this.scope = scope;
    }

    boolean[] pools() {
        boolean[] covered = new boolean[catalog.pools().size()];
        for (int pool = 0; pool < covered.length; pool++) {
            String country = catalog.countries().slug(catalog.pools().country(pool));
            covered[pool] = regime.covers(scope, country)
                    && owner(catalog.pools().provider(pool))
                    && scope.coversTpp(
                            catalog.chip(catalog.pools().chip(pool)).tpp().value());
        }
        return covered;
    }

    private boolean owner(int provider) {
        Provider owner = catalog.provider(provider);
        return covers(scope.ownerHomes(), owner.home())
                && covers(scope.ownerClasses(), owner.ownerClass())
                && covers(scope.owners(), catalog.providers().slug(provider));
    }

    boolean[] tenants() {
        boolean[] covered = new boolean[catalog.tenants().size()];
        for (int tenant = 0; tenant < covered.length; tenant++) {
            covered[tenant] = covers(scope.tenantHomes(), catalog.home(tenant))
                    && covers(scope.tenantClasses(), catalog.tenants().slug(tenant));
        }
        return covered;
    }

    private static <T> boolean covers(List<T> list, T one) {
        return list.isEmpty() || list.contains(one);
    }
}

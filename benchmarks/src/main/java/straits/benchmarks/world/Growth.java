package straits.benchmarks.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import straits.catalog.Catalog;
import straits.scenario.LoadedScenario;
import straits.scenario.Provider;
import straits.scenario.Quantity;
import straits.scenario.Scenario;
import straits.scenario.Site;
import straits.scenario.TenantClass;
import straits.scenario.file.Setting;
import straits.simulation.World;

/** How the market of {@code stress} grows: arrival rates, and fleets, each by the same factor. */
public enum Growth {
    /** The same pools, larger. */
    FLEETS,
    /** More pools of the same size: every provider gets twins. */
    POOLS;

    private static final String SCENARIO = "stress";
    private static final String REGIME = "open";

    /** The scenario as it is shipped, for a number of hours. */
    public static World stress(double hours) {
        return FLEETS.stress(1, hours);
    }

    /** The grown scenario, for a number of hours. */
    public World stress(int factor, double hours) {
        Scenario shipped = Shipped.scenario(SCENARIO, List.of()).scenario();
        List<Setting> settings = new ArrayList<>();
        settings.add(new Setting("horizon", hours + " h"));
        shipped.tenantClasses().forEach((key, spec) -> demand(key, spec, factor, settings));
        shipped.sites().forEach((key, site) -> power(key, site, factor, settings));
        LoadedScenario grown = Shipped.scenario(SCENARIO, settings);
        Scenario scenario = with(providers(shipped, factor), grown.scenario());
        return new World(new Catalog(scenario), REGIME, grown.regime(REGIME));
    }

    private static void demand(String key, TenantClass spec, int factor, List<Setting> settings) {
        String path = "tenant_classes." + key;
        double rate = Objects.requireNonNull(spec.arrivals()).rate().value() * factor;
        settings.add(new Setting(path + ".arrivals.rate", rate + " per hour"));
        settings.add(new Setting(path + ".opening", spec.opening().value() * factor + " H100e"));
    }

    private static void power(String key, Site site, int factor, List<Setting> settings) {
        String path = "sites." + key + ".it_power_limit.";
        site.itPowerLimit()
                .forEach(limit -> settings.add(
                        new Setting(path + limit.from(), limit.value().value() * factor + " MW")));
    }

    private Map<String, Provider> providers(Scenario scenario, int factor) {
        Map<String, Provider> grown = new LinkedHashMap<>();
        scenario.providers().forEach((key, provider) -> {
            grown.put(key, this == FLEETS ? enlarged(provider, factor) : provider);
            for (int twin = 2; this == POOLS && twin <= factor; twin++) {
                grown.put(key + "-" + twin, provider);
            }
        });
        return grown;
    }

    private static Provider enlarged(Provider of, int factor) {
        List<Provider.Fleet> fleets = of.fleet().stream()
                .map(fleet -> new Provider.Fleet(
                        fleet.site(),
                        fleet.chip(),
                        Quantity.of(fleet.installed().value() * factor),
                        fleet.rentableFraction(),
                        fleet.inServiceSince()))
                .toList();
        return new Provider(
                of.home(),
                of.ownerClass(),
                of.operationsCost(),
                of.cost(),
                of.pricing(),
                of.offers(),
                fleets,
                of.orders(),
                of.retirement(),
                of.spot(),
                of.negotiation());
    }

    /**
     * Not by settings: at 64 times its size a fleet passes the three million GPUs that a file may state, which is what the
     * integrals of a whole month hold. A run of days stays far within.
     */
    private static Scenario with(Map<String, Provider> providers, Scenario of) {
        return new Scenario(
                of.schemaVersion(),
                of.name(),
                of.title(),
                of.summary(),
                of.start(),
                of.horizon(),
                of.warmUp(),
                of.seed(),
                of.replications(),
                of.question(),
                of.sources(),
                of.chips(),
                of.countries(),
                of.sites(),
                providers,
                of.market(),
                of.tenantClasses(),
                of.anchors(),
                of.deliveries(),
                of.vendors(),
                of.failures(),
                of.ownRegimes(),
                of.regimes(),
                of.referenceRegime());
    }
}

package straits.benchmarks.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import straits.scenario.Pricing;
import straits.scenario.Provider;
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
        Scenario scenario = Shipped.scenario(SCENARIO, List.of()).scenario();
        List<Setting> settings = new ArrayList<>();
        settings.add(new Setting("horizon", hours + " h"));
        scenario.tenantClasses().forEach((key, spec) -> demand(key, spec, factor, settings));
        scenario.sites().forEach((key, site) -> power(key, site, factor, settings));
        scenario.providers().forEach((key, provider) -> supply(key, provider, factor, settings));
        return Shipped.world(SCENARIO, REGIME, settings);
    }

    private static void demand(String key, TenantClass spec, int factor, List<Setting> settings) {
        String path = "tenant_classes." + key;
        double rate = spec.arrivals().rate().value() * factor;
        settings.add(new Setting(path + ".arrivals.rate", rate + " per hour"));
        settings.add(new Setting(path + ".opening", spec.opening().value() * factor + " H100e"));
    }

    private static void power(String key, Site site, int factor, List<Setting> settings) {
        site.itPowerLimit()
                .forEach(limit -> settings.add(new Setting(
                        "sites." + key + ".it_power_limit." + limit.from(),
                        limit.value().value() * factor + " MW")));
    }

    private void supply(String key, Provider provider, int factor, List<Setting> settings) {
        double installed = provider.fleet().get(0).installed().value();
        if (this == FLEETS) {
            settings.add(new Setting("providers." + key + ".fleet[0].installed", installed * factor + " GPUs"));
        } else {
            IntStream.range(1, factor)
                    .forEach(twin -> settings.add(new Setting("providers." + key + "-" + twin, text(provider))));
        }
    }

    private static String text(Provider provider) {
        Pricing pricing = provider.pricing();
        Provider.Fleet fleet = provider.fleet().get(0);
        Map.Entry<String, Provider.Offer> offer =
                provider.offers().entrySet().iterator().next();
        return "{home: " + provider.home() + ", owner_class: local, pricing: {policy: utilisation, target: "
                + pricing.target().value() + ", sensitivity: "
                + pricing.sensitivity().value() + ", ceiling: "
                + pricing.ceiling().value() + "}, offers: {" + offer.getKey() + ": {on_demand: "
                + offer.getValue().onDemand().value() + " USD per GPU-hour}}, fleet: [{site: " + fleet.site()
                + ", chip: " + fleet.chip() + ", installed: "
                + fleet.installed().value() + " GPUs}]}";
    }
}

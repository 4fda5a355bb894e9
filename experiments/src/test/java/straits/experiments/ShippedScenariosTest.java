package straits.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import straits.scenario.AnchorTenant;
import straits.scenario.AnchorTenant.OpeningLease;
import straits.scenario.AtShipment.Company;
import straits.scenario.AtShipment.UniversalValidatedEndUser;
import straits.scenario.Chip;
import straits.scenario.Distribution;
import straits.scenario.Distribution.Discrete.Outcome;
import straits.scenario.LoadedScenario;
import straits.scenario.Provider;
import straits.scenario.Provider.Fleet;
import straits.scenario.ProviderClass;
import straits.scenario.Question;
import straits.scenario.Regime;
import straits.scenario.Scenario;
import straits.scenario.TenantClass;
import straits.scenario.file.Reading;
import straits.scenario.file.ScenarioReader;

/** The shipped scenarios hold together: budgets, fleets, power, price lists and rules fit one another. */
@TestInstance(PER_CLASS)
final class ShippedScenariosTest {

    private static final double HOURS_OF_A_YEAR = 8760;
    private final LoadedScenario loaded = ShippedFiles.scenario("seven-billion");
    private final Scenario scenario = loaded.scenario();

    @Test
    void theHeadlineFollowsFromBudgetPriceAndHours() {
        Question question = question();
        double gpus = anchor(question.tenant()).budget().value()
                / question.referencePrice().value()
                / scenario.horizon().value();

        assertThat(Math.floor(gpus)).isEqualTo(614_682);
        assertThat(question.fillH100e().get(question.fillH100e().size() - 1).value())
                .isEqualTo(614_682);
    }

    @Test
    void theRivalsTogetherHaveLessThanTheTenant() {
        double rivals = scenario.anchors().entrySet().stream()
                .filter(anchor -> !anchor.getKey().equals(question().tenant()))
                .mapToDouble(anchor -> anchor.getValue().budget().value())
                .sum();

        assertThat(scenario.anchors()).hasSize(5);
        assertThat(rivals).isLessThan(anchor(question().tenant()).budget().value());
    }

    @Test
    void whatIsHeldAtTheStartFitsIntoWhatIsForRent() {
        Map<Pool, Double> free = rentableGpus();
        scenario.anchors()
                .values()
                .forEach(anchor -> anchor.opening()
                        .forEach(lease -> free.merge(pool(lease), -lease.gpus().value(), Double::sum)));
        double classes = scenario.tenantClasses().values().stream()
                .mapToDouble(tenants -> tenants.opening().value())
                .sum();
        double left = free.entrySet().stream()
                .mapToDouble(pool -> pool.getValue()
                        * chip(pool.getKey().chip()).h100eTraining().value())
                .sum();

        assertThat(free.values()).allMatch(gpus -> gpus >= 0);
        assertThat(classes).isBetween(0.5 * left, 0.9 * left);
    }

    @Test
    void fleetsFitIntoTheirPowerAtTheStart() {
        Map<String, Double> megawatts = new HashMap<>();
        for (Provider provider : scenario.providers().values()) {
            for (Fleet fleet : provider.fleet()) {
                double kilowatts =
                        fleet.installed().value() * chip(fleet.chip()).itPower().value();
                megawatts.merge(fleet.site(), kilowatts / 1000, Double::sum);
            }
        }

        scenario.sites().forEach((key, site) -> {
            assertThat(site.itPowerLimit().get(0).from()).isBeforeOrEqualTo(scenario.start());
            assertThat(megawatts.getOrDefault(key, 0.0))
                    .as(key)
                    .isLessThanOrEqualTo(site.itPowerLimit().get(0).value().value());
        });
    }

    @Test
    void whoHasOrGetsAChipHasAPriceForIt() {
        scenario.providers().forEach((key, provider) -> {
            Set<String> chips = new TreeSet<>();
            provider.fleet().forEach(fleet -> chips.add(fleet.chip()));
            scenario.deliveries().values().stream()
                    .filter(delivery -> delivery.provider().equals(key))
                    .forEach(delivery -> chips.add(delivery.chip()));

            assertThat(provider.offers().keySet()).as(key).containsExactlyInAnyOrderElementsOf(chips);
        });
    }

    @Test
    void deliveriesAreWholeServersOrderedBeforeTheYearIsOver() {
        LocalDate end = scenario.start().plusYears(1);

        assertThat(scenario.deliveries()).isNotEmpty().allSatisfy((key, delivery) -> {
            assertThat(delivery.gpus().value() % 8).isZero();
            assertThat(delivery.ordered()).isBefore(end);
        });
    }

    @Test
    void allTwelveCountriesHaveASite() {
        assertThat(scenario.countries()).hasSize(12);
        assertThat(scenario.sites().values().stream()
                        .map(site -> site.country())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(scenario.countries().keySet());
    }

    @Test
    void everyShippedRegimeReadsAloneWithoutAWarningAndTheScenarioComparesFiveOfThem() {
        for (String name : ShippedFiles.regimeNames()) {
            Reading<Regime> reading = ScenarioReader.readRegime(ShippedFiles.REGIMES.resolve(name + ".yaml"));
            assertThat(reading.faults()).as(name).isEmpty();
            assertThat(reading.warnings()).as(name).isEmpty();
        }
        assertThat(loaded.regimes()).hasSize(5).containsKey(scenario.referenceRegime());
        assertThat(ShippedFiles.regimeNames())
                .containsAll(loaded.regimes().keySet())
                .contains("us-2022", "as-enacted-2025-26");
    }

    @Test
    void rulesNameOnlyCountriesOfTheScenarioAndOpenHasNone() {
        loaded.regimes().values().stream()
                .flatMap(regime -> regime.rules().values().stream())
                .forEach(rule -> assertThat(scenario.countries().keySet())
                        .containsAll(rule.scope().destinations()));
        assertThat(regime("open").rules()).isEmpty();
    }

    @Test
    void theValidatedCompaniesHoldEveryGatekeeper() {
        Set<String> gatekeepers = scenario.providers().entrySet().stream()
                .filter(provider -> provider.getValue().ownerClass() == ProviderClass.GATEKEEPER)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());

        assertThat(validated("ai-diffusion-2025").values().stream().flatMap(company -> company.owners().stream()))
                .containsExactlyInAnyOrderElementsOf(gatekeepers);
    }

    /** The same rules but for their dates, so that they cannot drift apart. */
    @Test
    void theFrameworkAsEnactedIsTheFrameworkAsIfEnforced() throws IOException {
        assertThat(framework("as-enacted-2025-26")).isEqualTo(framework("ai-diffusion-2025"));
    }

    private static List<String> framework(String regime) throws IOException {
        List<String> lines = Files.readAllLines(ShippedFiles.REGIMES.resolve(regime + ".yaml")).stream()
                .filter(line -> !line.matches(" +(dates|announced|effective|compliance|rescinded|expected):.*"))
                .toList();
        List<String> rules = lines.subList(lines.indexOf("  country-cap:"), lines.size());
        int end = rules.indexOf("    reports: true");
        int last = end + 1 + rules.subList(end + 1, rules.size()).indexOf("    reports: true");
        return rules.subList(0, last + 1);
    }

    private Map<String, Company> validated(String key) {
        return regime(key).rules().values().stream()
                .filter(UniversalValidatedEndUser.class::isInstance)
                .map(rule -> ((UniversalValidatedEndUser) rule).companies())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theStressLoadIsAsLargeAsItSays() {
        Scenario stress = ShippedFiles.scenario("stress").scenario();
        double gpus = stress.providers().values().stream()
                .flatMap(provider -> provider.fleet().stream())
                .mapToDouble(fleet -> fleet.installed().value())
                .sum();
        double leases = stress.tenantClasses().values().stream()
                .mapToDouble(tenants -> tenants.opening().value() / meanSize(tenants))
                .sum();

        assertThat(gpus).isGreaterThanOrEqualTo(300_000);
        assertThat(leases * HOURS_OF_A_YEAR).isCloseTo(53.9e6, within(0.1e6));
    }

    private Question question() {
        Question question = scenario.question();
        if (question == null) {
            throw new AssertionError("no question");
        }
        return question;
    }

    private AnchorTenant anchor(String key) {
        return of(scenario.anchors(), key);
    }

    private Chip chip(String key) {
        return of(scenario.chips(), key);
    }

    private Regime regime(String key) {
        return of(loaded.regimes(), key);
    }

    private static <T> T of(Map<String, T> map, String key) {
        T value = map.get(key);
        if (value == null) {
            throw new AssertionError("no " + key);
        }
        return value;
    }

    private Map<Pool, Double> rentableGpus() {
        Map<Pool, Double> free = new HashMap<>();
        scenario.providers()
                .forEach((key, provider) -> provider.fleet()
                        .forEach(fleet -> free.put(
                                new Pool(key, fleet.site(), fleet.chip()),
                                fleet.installed().value()
                                        * fleet.rentableFraction().value())));
        return free;
    }

    private static Pool pool(OpeningLease lease) {
        return new Pool(lease.provider(), lease.site(), lease.chip());
    }

    private record Pool(String provider, String site, String chip) {}

    private static double meanSize(TenantClass tenants) {
        List<Outcome> sizes = ((Distribution.Discrete) tenants.size()).outcomes();
        return sizes.stream()
                .mapToDouble(size -> size.value().value() * size.probability().value())
                .sum();
    }
}

package straits.scenario.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.scenario.AtShipment;
import straits.scenario.LoadedScenario;
import straits.scenario.Pricing;
import straits.scenario.Quantity;
import straits.scenario.Scenario;
import straits.scenario.Source;
import straits.scenario.TenantClass;

final class SettingTest {

    private static final String RICH = Worlds.text("rich.yaml");

    @Test
    void replacesScalarsAndWholeValues() {
        Scenario scenario = set(
                "horizon=30 days",
                "question.ramp_ends = 2025-01-10",
                "warm_up=0 h",
                "anchors.big.budget=3500 million USD",
                "providers.gate.fleet[0].installed=40 thousand GPUs",
                "tenant_classes.labs.arrivals.rate=10 per hour",
                "tenant_classes.labs.duration.lognormal.median=3 h",
                "regimes=[none]");
        assertThat(scenario.horizon().value()).isEqualTo(720);
        assertThat(Worlds.get(scenario.anchors(), "big").budget()).isEqualTo(Quantity.of(3.5e9));
        assertThat(Worlds.get(scenario.providers(), "gate").fleet().get(0).installed())
                .isEqualTo(Quantity.of(40_000));
        TenantClass.Arrivals arrivals = Objects.requireNonNull(
                Worlds.get(scenario.tenantClasses(), "labs").arrivals());
        assertThat(arrivals.rate().value()).isEqualTo(10);
        assertThat(scenario.regimes()).containsExactly("none");
    }

    @Test
    void addsWhatTheFileLeavesToADefault() {
        Scenario scenario = set("providers.local.pricing.target=0.5", "deliveries.first.rentable_fraction=50 %");
        Pricing pricing = Worlds.get(scenario.providers(), "local").pricing();
        assertThat(pricing.policy()).isEqualTo(Pricing.POSTED);
        assertThat(pricing.target()).isEqualTo(Quantity.of(0.5));
        assertThat(pricing.review()).isEqualTo(new Quantity(168, Source.DEFAULT));
        assertThat(Worlds.get(scenario.deliveries(), "first").rentableFraction().value())
                .isEqualTo(0.5);
    }

    @Test
    void laterSettingsWin() {
        assertThat(set("replications=7", "replications=8").replications()).isEqualTo(8);
    }

    @Test
    void reachesIntoShippedRegimes() {
        LoadedScenario loaded = ScenarioReader.read(
                        "w",
                        RICH.replace("[strict, none]", "[capped, none]"),
                        new OneRegime(),
                        List.of(Setting.parse("own_regimes.capped.rules.cap.cap=5 TPP")))
                .orThrow();
        AtShipment.CountryCap cap = (AtShipment.CountryCap)
                Worlds.get(Worlds.get(loaded.regimes(), "capped").rules(), "cap");
        assertThat(cap.cap().value()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            horizon=30 dyas | --set horizon=30 dyas horizon: unknown unit "dyas"; did you mean "days"?
            horizn=30 days | --set horizn=30 days horizn: unknown key "horizn"; did you mean "horizon"?
            anchors.bg.budget=1 USD | --set anchors.bg.budget=1 USD anchors.bg.home: missing: jurisdiction of the headquarters
            providers.gate.fleet[1].installed=1 GPUs | --set providers.gate.fleet[1].installed=1 GPUs providers.gate.fleet[1].installed: no [1]; the list has 1 items
            horizon.value=1 h | --set horizon.value=1 h horizon.value: found "1 year", which has no "value"
            chips[0]=1 | --set chips[0]=1 chips[0]: found a map, which has no [0]
            horizon..value=1 h | --set horizon..value=1 h: no path; must be keys joined by . with [n] for the n-th of a list
            regimes=[none | --set regimes=[none regimes: not YAML: expected ',' or ']', but got <stream end>
            warm_up=1 year | --set warm_up=1 year warm_up: found 8760 h; must be less than the horizon of 8760 h
            seed= | --set seed= seed: the file is empty
            """)
    void faultsNameTheSetting(String setting, String fault) {
        assertThat(read(setting).faults()).extracting(Fault::toString).contains(fault);
    }

    @ParameterizedTest
    @CsvSource({"horizon", "=30 days"})
    void aSettingHasAPathAndAValue(String text) {
        assertThatThrownBy(() -> Setting.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be path=value");
    }

    private static Scenario set(String... settings) {
        return read(settings).orThrow().scenario();
    }

    private static Reading<LoadedScenario> read(String... settings) {
        return ScenarioReader.read(
                "rich.yaml",
                RICH,
                RegimeLibrary.NONE,
                Arrays.stream(settings).map(Setting::parse).toList());
    }

    private static final class OneRegime implements RegimeLibrary {

        @Override
        public List<String> names() {
            return List.of("capped");
        }

        @Override
        public @Nullable String text(String name) {
            return name.equals("capped") ? """
                    title: One cap
                    rules:
                      cap: {kind: country_cap, dates: {effective: 2025-05-15}, cap: 790 million TPP}
                    """ : null;
        }
    }
}

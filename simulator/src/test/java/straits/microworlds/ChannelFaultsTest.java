package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.scenario.LoadedScenario;
import straits.scenario.file.Reading;
import straits.scenario.file.RegimeLibrary;
import straits.scenario.file.ScenarioReader;

/** One change of a sound tenant that adapts gives one fault, in its own words. */
final class ChannelFaultsTest {

    private static final String SOUND = "home: CN, budget: 9 USD, max_price: 5 USD per H100e-hour, "
            + "needs: {peak: 1e6 operations per H100e-hour, services: {chat: {users: {2025-01-01: 9, 2026-01-01: 12}, tokens_per_user_day: {2025-01-01: 9},"
            + " operations_per_token: 1 operations, utilisation: 0.5}}}, "
            + "efficiency_shocks: [{on: 2025-02-01, factor: 5, elasticity: 1.2}], "
            + "channels: {rent: {kind: rent_on_demand}, low: {kind: licensed_chips, provider: cloud, site: johor, chip: h100, price: 9 USD,"
            + " monthly: {2025-01-01: 9 GPUs}, budget: 9 USD}, own: {kind: own_chips, chip: other, price: 9 USD, yield: 0.5,"
            + " monthly: {2026-01-01: 9 GPUs, 2026-02-01: 19 GPUs}, budget: 9 USD}, team: {kind: efficiency_gain, from: 2025-01-01, gain: 2 per year,"
            + " spending: 9 USD}, patience: {kind: wait, cost: 2 USD per H100e-hour, longest: 9 days}}";

    private static Reading<LoadedScenario> read(String anchor) {
        String text = Micro.world()
                .with("chips", "{h100: " + Micro.chip(9, 1) + ", other: " + Micro.chip(9, 1) + "}")
                .with("anchors", "{x: {" + anchor + "}}")
                .text();
        return ScenarioReader.read("micro.yaml", text, RegimeLibrary.NONE);
    }

    @Test
    void theSoundTenantHasNone() {
        assertThat(read(SOUND).faults()).isEmpty();
        assertThat(read(SOUND).warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            kind: own_chips | kind: own_chip | anchors.x.channels.own.kind: unknown kind "own_chip"; did you mean "own_chips"?
            kind: own_chips, | `` | anchors.x.channels.own: found a map without kind; must be a map with kind: one of block, efficiency_gain, licensed_chips, own_chips, rent_on_demand, wait
            chip: other | chip: othr | anchors.x.channels.own.chip: unknown chip "othr"; did you mean "other"?
            chip: h100, price | chip: other, price | anchors.x.channels.low.chip: found other, which cloud does not list; its offers must list every chip that it receives, though none of these is let
            yield: 0.5 | yield: 0 | anchors.x.channels.own.yield: found 0; must be above 0 and at most 1
            2026-02-01: 19 GPUs | 2025-02-01: 19 GPUs | anchors.x.channels.own.monthly[1]: found 2025-02-01 after 2026-01-01; dates must ascend
            {2026-01-01: 9 GPUs, 2026-02-01: 19 GPUs} | {} | anchors.x.channels.own.monthly: found an empty list; must have at least one date
            2026-01-01: 12 | 2024-01-01: 12 | anchors.x.needs.services.chat.users[1]: found 2024-01-01 after 2025-01-01; dates must ascend
            utilisation: 0.5 | utilisation: 0 | anchors.x.needs.services.chat.utilisation: found 0; must be above 0 and at most 1
            peak: 1e6 | peak: 0 | anchors.x.needs.peak: found 0 operations per H100e-hour; must be above 0 operations per H100e-hour
            factor: 5 | factor: 0 | anchors.x.efficiency_shocks[0].factor: found 0; must be above 0 and at most 1000000
            elasticity: 1.2 | elasticity: -1 | anchors.x.efficiency_shocks[0].elasticity: found -1; must be at least 0 and at most 10
            gain: 2 per year | gain: 0.5 per year | anchors.x.channels.team.gain: found 0.5 per year; must be at least 1 per year
            low: {kind | block: {kind | anchors.x.channels.block: found the key block for another kind; channels.csv keeps it for leases for a term
            rent: {kind: rent_on_demand} | rent: {kind: rent_on_demand}, more: {kind: rent_on_demand} | anchors.x.channels: found rent_on_demand a second time; must be at most one
            rent: {kind: rent_on_demand} | rent: {kind: rent_on_demand, price: 2} | anchors.x.channels.rent.price: unknown key "price"; known: kind
            """)
    void oneFault(String written, String instead, String fault) {
        assertThat(SOUND).contains(written);
        assertThat(read(SOUND.replace(written, instead)).faults())
                .singleElement()
                .satisfies(found -> assertThat(found.toString()).endsWith(fault));
    }

    @Test
    void aTenantNeedsSomething() {
        assertThat(read("home: CN, budget: 9 USD, max_price: 5 USD per H100e-hour")
                        .faults())
                .singleElement()
                .satisfies(found -> assertThat(found.toString())
                        .contains("anchors.x.need: found an empty list; must say the value at the start"));
        assertThat(
                        read("home: CN, budget: 9 USD, max_price: 5 USD per H100e-hour, needs: {peak: 1e6 operations per H100e-hour}")
                                .faults())
                .singleElement()
                .satisfies(found -> assertThat(found.toString())
                        .contains("anchors.x.needs: found neither services nor training_runs; must have at least one"));
    }

    @Test
    void aStrategyKnowsNoChannels() {
        assertThat(read(SOUND + ", strategy: thrifty").faults())
                .anySatisfy(found -> assertThat(found.toString()).contains("found a strategy beside needs"));
    }

    /** In the second year the rival has more: said once, for the first year in which it is so. */
    @Test
    void rivalsWithMoreThanThePlanAreWarnedOfInEachYear() {
        String anchor = "{home: CN, max_price: 5 USD per H100e-hour, need: {2025-01-01: 9 H100e}, budget: ";
        String text = Micro.world()
                .with("horizon", "3 years")
                .with("question", "{tenant: x, reference_price: 1 USD per GPU-hour, ramp_ends: 2025-01-02}")
                .with(
                        "anchors",
                        "{x: " + anchor + "10 USD, later_budgets: [20 USD]}, y: " + anchor
                                + "9 USD, later_budgets: [20 USD, 40 USD]}}")
                .text();

        assertThat(ScenarioReader.read("micro.yaml", text, RegimeLibrary.NONE).warnings())
                .singleElement()
                .satisfies(found -> assertThat(found.toString())
                        .contains("the other anchor tenants have 20 USD a year together in year 2 of the run"));
    }
}

package straits.scenario.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.scenario.LoadedScenario;

/** One change of the sound desk of a regime gives one fault or one warning, in its own words. */
final class FaultsOfDesksTest {

    private static final String RICH = Worlds.text("rich.yaml");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            until: 2025-03-05 | until: 2025-02-05 | holds[0].until: found 2025-02-05; must be after from, 2025-02-05
            until: 2025-03-05} | until: 2025-03-05}, {from: 2025-03-04, until: 2025-04-01} | holds[1].from: found 2025-03-04; must be at or after the end of the hold before, 2025-03-05
            agencies: [defence] | agencies: [defense] | review_classes.slow.agencies[0]: unknown agency "defense"; did you mean "defence"?
            agencies: [defence] | agencies: [defence, defence] | review_classes.slow.agencies[1]: "defence" a second time
            agree: 0.95 | agree: 1.95 | agencies.defence.agree: found 1.95; must be at least 0 and at most 1
            room: 100 | room: 10 | room: found 10; must hold the backlog of 12 applications
            priority: 1 | priority: high | review_classes.slow.priority: found high; must be a whole number such as 12
            {exponential: {mean: 120 days}} | {uniform: {low: 2 days, high: 1 days}} | review_classes.slow.withdraw.after.uniform: found 48 before 24 in base units; parameters must ascend
            revoke: 10 %, suspend: 20 % | revoke: 90 %, suspend: 20 % | review_classes.slow.licence.audits: found revoke and suspend that add to 1.1; must add to at most 1
            dates: [2025-06-01, 2025-12-01] | dates: [2025-12-01, 2025-06-01] | review_classes.slow.licence.audits.dates[1]: found 2025-06-01 after 2025-12-01; dates must ascend
            validity: 4 years | validity: 0 years | review_classes.slow.licence.validity: found 0 years; must be above 0 h
            review_time: 10 days | review_time: {empirical: []} | agencies.defence.review_time.empirical: found an empty list; must have at least one value
            """)
    void oneChangeGivesOneFault(String part, String replacement, String fault) {
        assertThat(told(read(changed(part, replacement)).faults())).containsExactly("own_regimes.strict.desk." + fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            conditional: 20 %, | conditional: 0, | review_classes.slow.conditions: found conditions that no approval carries: conditional is 0
            rate: 0.1 per year, dates: [2025-06-01, 2025-12-01] | rate: 0 per year | review_classes.slow.licence.audits: found audits that never happen: neither a rate nor dates
            suspension: 60 days | suspension: 0 days | review_classes.slow.licence.audits.suspension: found suspensions of no length
            conditions: [no-resale], | conditions: [], | review_classes.slow.conditional: found approvals with conditions, but no conditions to name
            """)
    void someChangesOnlyWarn(String part, String replacement, String warning) {
        Reading<LoadedScenario> reading = read(changed(part, replacement));
        assertThat(reading.faults()).isEmpty();
        assertThat(told(reading.warnings())).containsExactly("own_regimes.strict.desk." + warning);
    }

    @Test
    void aBacklogThatDelaysNobodyIsASlip() {
        String unlimited = changed(
                "reviewers: 5\n      room: 100\n      approvals_per_year: 50\n      review_classes", "review_classes");
        assertThat(told(read(unlimited).warnings()))
                .containsExactly(
                        "own_regimes.strict.desk.review_classes: found a backlog that delays nobody: the desk has neither"
                                + " a number of reviewers nor room nor approvals_per_year");
    }

    private static String changed(String part, String replacement) {
        String list = RICH.replace(
                "holds:\n        - {from: 2025-02-05, until: 2025-03-05}",
                "holds: [{from: 2025-02-05, until: 2025-03-05}]");
        return Worlds.with(list, part, replacement);
    }

    private static List<String> told(List<Fault> faults) {
        return faults.stream()
                .map(fault -> fault.path() + ": " + fault.message())
                .toList();
    }

    private static Reading<LoadedScenario> read(String world) {
        return ScenarioReader.read("world.yaml", world, RegimeLibrary.NONE);
    }
}

package straits.experiments.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.experiments.story.RefusalWords.Decided;
import straits.experiments.story.RefusalWords.QuotaLeft;
import straits.regulation.Clause;
import straits.regulation.Quotas;
import straits.scenario.AtShipment;
import straits.scenario.Regime;
import straits.scenario.Rule;
import straits.scenario.file.ScenarioReader;
import straits.simulation.World;

/** The sentences themselves, and what must never stand in them. */
final class RefusalWordsTest {

    private static final Regime REGIME = AllKinds.world().regime();
    private static final LocalDate DAY = LocalDate.of(2025, 2, 1);
    private static final Map<String, @Nullable QuotaLeft> QUOTAS = Map.of(
            "cap", new QuotaLeft(new Quotas.Name("asian-cap", "", "my"), 14_200, null),
            "renews", new QuotaLeft(new Quotas.Name("asian-cap", "east", "my"), 0, LocalDate.of(2026, 1, 1)),
            "lease", new QuotaLeft(new Quotas.Name("rental", "big", "ae"), 1_234_567, null));

    private static String words(String rule, Clause clause, @Nullable String quota) {
        QuotaLeft left = quota == null ? null : QUOTAS.get(quota);
        return new RefusalWords(REGIME).of(new Decided(rule, clause, "my", DAY, left));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            gulf-licence | REFUSED      |        | Rule "gulf-licence" (hardware licence, announced 17 October 2023, in force from 17 November 2023) decided: the licence was refused. It provides for a licence, filed in review class "exports". The regime exempts providers of class gatekeeper under "gatekeepers".
            gulf-licence | RETURNED     |        | Rule "gulf-licence" (hardware licence, announced 17 October 2023, in force from 17 November 2023) decided: the application came back without action and was not filed again. It provides for a licence, filed in review class "exports". The regime exempts providers of class gatekeeper under "gatekeepers".
            gulf-licence | TURNED_AWAY  |        | Rule "gulf-licence" (hardware licence, announced 17 October 2023, in force from 17 November 2023) decided: the licence desk had no room for the application. It provides for a licence, filed in review class "exports". The regime exempts providers of class gatekeeper under "gatekeepers".
            asian-cap    | CAP_EXHAUSTED | cap   | Rule "asian-cap" (country cap, announced 13 December 2024, in force from 1 January 2025 until rescinded on 20 February 2025) decided: the cap of my covers no more. Left on the quota: 14,200 TPP; it never renews. It provides for no licence. The regime exempts providers of class gatekeeper under "gatekeepers".
            asian-cap    | ALLOCATION_EXHAUSTED | renews | Rule "asian-cap" (country cap, announced 13 December 2024, in force from 1 January 2025 until rescinded on 20 February 2025) decided: the allocation of east in my covers no more. Left on the quota: 0 TPP; it renews on 1 January 2026. It provides for no licence. The regime exempts providers of class gatekeeper under "gatekeepers".
            rental       | QUOTA_EXHAUSTED | lease | Rule "rental" (remote access, in force from 1 June 2024) decided: the quota of big in ae covers no more. Left on the quota: 1,234,567 TPP; it never renews. It provides for a licence, filed in review class "renting".
            rental       | PENDING      |        | Rule "rental" (remote access, in force from 1 June 2024) decided: the licence was not decided in time. It provides for a licence, filed in review class "renting".
            rental       | PROHIBITED   |        | Rule "rental" (remote access, in force from 1 June 2024) decided: it does not allow this, or no more of it. It provides for a licence, filed in review class "renting".
            """)
    void saysWhatDecidedWhatIsLeftAndWhatTheRuleItselfProvides(
            String rule, Clause clause, @Nullable String quota, String expected) {
        assertThat(words(rule, clause, quota)).isEqualTo(expected);
    }

    @Test
    void everyClauseHasWordsOfItsOwn() {
        assertThat(Arrays.stream(Clause.values()).map(clause -> words("rental", clause, null)))
                .doesNotHaveDuplicates()
                .allSatisfy(words -> assertThat(words).endsWith("."));
    }

    /** An exemption counts where and when it holds: not in a country or on a day that it leaves out. */
    @ParameterizedTest
    @CsvSource({"my, 2025-01-01, true", "my, 2024-12-31, false", "ae, 2025-02-01, false"})
    void anExemptClassIsNamedWhereItIsExempt(String country, LocalDate on, boolean named) {
        String words = new RefusalWords(REGIME).of(new Decided("asian-cap", Clause.CAP_EXHAUSTED, country, on, null));
        assertThat(words.contains("gatekeeper")).isEqualTo(named);
    }

    /** No amount of a rule, be it cap, threshold, free amount or small order; no provider or tenant that would pass. */
    @Test
    void noSentenceShowsAWayAround() {
        List<String> amounts = List.of("700,000", "100,000", "50,000", "200,000", "700000", "100000", "15,832");
        List<String> others = new ArrayList<>(List.of("small-orders", "low count", "small orders", "split", "GPU"));
        World world = AllKinds.world();
        others.addAll(world.catalog().providers().slugs());
        others.addAll(world.catalog().scenario().sites().keySet());
        for (String rule : List.of("gulf-licence", "asian-cap", "rental")) {
            for (Clause clause : Clause.values()) {
                assertThat(words(rule, clause, null)).doesNotContain(amounts).doesNotContain(without(others, rule));
            }
        }
    }

    private static List<String> without(List<String> words, String rule) {
        return words.stream().filter(each -> !rule.contains(each)).toList();
    }

    @Test
    void aRuleOfAnExtensionGoesByTheNameOfThat() {
        Rule other = Objects.requireNonNull(REGIME.rules().get("gulf-licence"));
        Rule custom = new AtShipment.Custom("ration", other.dates(), other.scope(), Map.of());
        assertThat(RuleWords.kind(custom)).isEqualTo("ration");
        assertThat(RuleWords.kind(other)).isEqualTo("hardware licence");
    }

    /** An exemption counts where its tier holds the country, and nowhere else; an agreement only for its country. */
    @Test
    void routesGoByTheTiersOfTheRegime() {
        Regime regime = ScenarioReader.readRegime("r.yaml", """
                        title: Tiers
                        tiers: {east: [my], gulf: [ae]}
                        rules:
                          cap:
                            kind: country_cap
                            dates: {announced: 2024-12-01, effective: 2025-01-01, compliance: 2025-01-15}
                            scope: {tiers: [east, gulf]}
                            cap: 1 TPP
                            agreements: {ae: {from: 2025-03-01, multiple: 2}}
                          validated:
                            kind: national_validated_end_user
                            dates: {effective: 2025-01-01}
                            scope: {tiers: [gulf], owner_classes: [validated]}
                            allocation: {2025-01-01: 10 TPP}
                        """).orThrow();
        String rule =
                "Rule \"cap\" (country cap, announced 1 December 2024, in force from 1 January 2025, to be obeyed from"
                        + " 15 January 2025) decided: ";

        assertThat(new RefusalWords(regime).of(new Decided("cap", Clause.CAP_EXHAUSTED, "my", DAY, null)))
                .isEqualTo(rule + "the cap of my covers no more. It provides for no licence.");
        assertThat(new RefusalWords(regime).of(new Decided("cap", Clause.CAP_EXHAUSTED, "ae", DAY, null)))
                .isEqualTo(rule
                        + "the cap of ae covers no more. It provides for no licence. It provides for an agreement with"
                        + " the country, which takes effect on 1 March 2025. The regime exempts providers of class validated"
                        + " under \"validated\".");
    }
}

package straits.scenario.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.scenario.Regime;

/** Rule files that contradict themselves, overlap, run backwards in time, go round in circles or say nothing. */
final class RegimeFaultsTest {

    private static final String FILE = """
            title: Faulty
            tiers: {two: [my, vn]}
            rules:
              first: {kind: country_cap, dates: {effective: 2025-01-13}, scope: {tiers: [two]}, cap: 790 million TPP}
              second: {kind: low_count_exemption, dates: {effective: 2025-01-13}, per_recipient_and_year: 26.9 million TPP}
            """;

    private static final String SECOND =
            "{kind: low_count_exemption, dates: {effective: 2025-01-13}, per_recipient_and_year: 26.9 million TPP}";

    private static Reading<Regime> read(String part, String replacement) {
        return ScenarioReader.readRegime("r.yaml", Worlds.with(FILE, part, replacement));
    }

    private static List<String> told(List<Fault> faults) {
        return faults.stream().map(Fault::toString).toList();
    }

    @Test
    void theFileItselfIsFine() {
        Reading<Regime> reading = ScenarioReader.readRegime("r.yaml", FILE);
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'{tiers: [two]}'", "'{destinations: [vn, my]}'", "'{destinations: [my], tiers: [two]}'"})
    void anUnlimitedExemptionOfExactlyARuleContradictsItAndBothLinesAreTold(String scope) {
        Reading<Regime> reading =
                read(SECOND, "{kind: gatekeeper_exemption, dates: {effective: 2025-01-13}, scope: " + scope + "}");
        assertThat(told(reading.faults()))
                .containsExactly(
                        "r.yaml:5:11 rules.second: contradicts rules.first: one exempts, without a limit, from all that the other"
                                + " covers on the same days; give them different scopes or dates, the exemption a limit, or leave"
                                + " both out (rules.first: line 4)");
    }

    /** A part of the scope, other days, or a limit say which is meant. */
    @ParameterizedTest
    @CsvSource({
        "'{kind: gatekeeper_exemption, dates: {effective: 2025-01-13}, scope: {destinations: [my]}}'",
        "'{kind: gatekeeper_exemption, dates: {effective: 2025-01-13}, scope: {tiers: [two], owner_classes: [gatekeeper]}}'",
        "'{kind: gatekeeper_exemption, dates: {effective: 2025-02-13}, scope: {tiers: [two]}}'",
        "'{kind: gatekeeper_exemption, dates: {effective: 2025-01-13}, scope: {tiers: [two]}, limits: {a: 1 TPP}}'",
    })
    void anExemptionOfSomethingElseIsALegalComposition(String exemption) {
        Reading<Regime> reading = read(SECOND, exemption);
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.warnings()).isEmpty();
    }

    @Test
    void twoCapsOfOneScopeAndTimeAreLegalAndWarnWithBothLines() {
        Reading<Regime> reading = read(
                SECOND,
                "{kind: country_cap, dates: {effective: 2026-01-01}, scope: {tiers: [two]}, cap: 1 million TPP}");
        assertThat(reading.faults()).isEmpty();
        assertThat(told(reading.warnings()))
                .containsExactly(
                        "r.yaml:5:11 rules.second: covers what rules.first covers, at the same time: a shipment draws on both, and"
                                + " the tighter decides (rules.first: line 4)");
    }

    @Test
    void capsThatFollowEachOtherDoNotOverlap() {
        String rescinded =
                FILE.replace("{effective: 2025-01-13}, scope", "{effective: 2025-01-13, rescinded: 2026-01-01}, scope");
        String next = "{kind: country_cap, dates: {effective: 2026-01-01}, scope: {tiers: [two]}, cap: 1 million TPP}";
        Reading<Regime> reading = ScenarioReader.readRegime("r.yaml", rescinded.replace(SECOND, next));
        assertThat(reading.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # backwards in time
            {effective: 2025-01-13}, scope | {announced: 2025-01-14, effective: 2025-01-13}, scope | r.yaml:4:72 rules.first.dates.effective: found 2025-01-13; must be at or after announced, 2025-01-14
            {effective: 2025-01-13}, scope | {effective: 2025-01-13, compliance: 2025-01-12}, scope | r.yaml:4:73 rules.first.dates.compliance: found 2025-01-12; must be at or after effective, 2025-01-13
            {effective: 2025-01-13}, scope | {effective: 2025-01-13, rescinded: 2025-01-12}, scope | r.yaml:4:72 rules.first.dates.rescinded: found 2025-01-12; must be at or after effective, 2025-01-13
            # in circles: tiers hold countries, never tiers
            {tiers: [two]} | {tiers: [three]} | r.yaml:4:78 rules.first.scope.tiers[0]: unknown tier "three"; known: two
            # nothing
            [my, vn] | [] | r.yaml:2:14 tiers.two: found an empty list; a tier must have at least one country
            {tiers: [two]} | {tiers: [two], min_tpp: 4800 TPP, max_tpp: 4800 TPP} | r.yaml:4:112 rules.first.scope.max_tpp: found 4800 TPP; must be above min_tpp, 4800 TPP: the rule covers no chip
            {tiers: [two]} | {tiers: [two], tenant_homes: [CN]} | r.yaml:4:98 rules.first.scope.tenant_homes: found tenants; a rule at shipment sees none of them
            {tiers: [two]} | {tiers: [two], tenant_classes: [lab]} | r.yaml:4:100 rules.first.scope.tenant_classes: found tenants; a rule at shipment sees none of them
            790 million TPP} | 790 million TPP, agreements: {ae: {from: 2025-06-01, multiple: 2}}} | r.yaml:4:124 rules.first.agreements.ae: found an agreement with a country that the rule does not cover
            """)
    void oneChangeGivesOneFault(String part, String replacement, String fault) {
        assertThat(told(read(part, replacement).faults())).containsExactly(fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {kind: universal_validated_end_user, dates: {effective: 2025-01-13}, companies: {}, most_in_one_country: 7 %, least_in_tier_one: 75 %} | rules.second.companies: found an empty map; must name at least one company
            {kind: universal_validated_end_user, dates: {effective: 2025-01-13}, companies: {a: {owners: [], worldwide: 1 TPP}}, most_in_one_country: 7 %, least_in_tier_one: 75 %} | rules.second.companies.a.owners: found an empty list; a company must have at least one provider
            {kind: universal_validated_end_user, dates: {effective: 2025-01-13}, companies: {a: {owners: [x], worldwide: 1 TPP}, b: {owners: [y, x], worldwide: 1 TPP}}, most_in_one_country: 7 %, least_in_tier_one: 75 %} | rules.second.companies.b.owners: "x" is also part of rules.second.companies.a (rules.second.companies.a.owners: line 5)
            {kind: national_validated_end_user, dates: {effective: 2025-01-13}, allocation: {}} | rules.second.allocation: must say the amount on the first day in force, 2025-01-13
            {kind: national_validated_end_user, dates: {effective: 2025-01-13}, allocation: {2025-01-14: 1 TPP}} | rules.second.allocation: must say the amount on the first day in force, 2025-01-13
            {kind: national_validated_end_user, dates: {effective: 2025-01-13}, allocation: {2025-01-13: 2 TPP, 2026-01-01: 1 TPP}} | rules.second.allocation[1]: found 1 TPP on 2026-01-01; dates must ascend and amounts not fall
            {kind: national_validated_end_user, dates: {effective: 2025-01-13}, allocation: {2025-01-13: 1 TPP, 2024-01-01: 2 TPP}} | rules.second.allocation[1]: found 2 TPP on 2024-01-01; dates must ascend and amounts not fall
            {kind: remote_access, dates: {effective: 2025-01-13, grandfathers: ordered_before_effective}, free_per_tenant_and_country: 0 TPP, licence_quota: 1 TPP, review: r} | rules.second.dates.grandfathers: goes with wind_down only: without it no lease signed before is touched
            """)
    void aRuleThatSaysTooLittleOrTheWrongThingIsTold(String rule, String fault) {
        String desk = rule.contains("review: r") ? "desk: {review_classes: {r: {review_time: 1 h, approve: 1}}}\n" : "";
        String file = Worlds.with(FILE, SECOND, rule) + desk;
        assertThat(ScenarioReader.readRegime("r.yaml", file).faults())
                .extracting(each -> each.path() + ": " + each.message())
                .containsExactly(fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            first: {kind: country_cap | r.yaml:4:11 rules.second: exempts from nothing: no rule of this regime is in force at the same time that is a country_cap
            """)
    void anExemptionWithoutItsBaseRuleWarns(String cap, String warning) {
        String alone = FILE.lines().filter(line -> !line.contains(cap)).reduce("", (a, b) -> a + b + "\n");
        assertThat(told(ScenarioReader.readRegime("r.yaml", alone).warnings())).containsExactly(warning);
    }

    /** Rescinded before the exemption begins: never together. */
    @Test
    void anExemptionWhoseBaseRuleIsOverWarns() {
        Reading<Regime> reading =
                read("{effective: 2025-01-13}, scope", "{effective: 2024-01-13, rescinded: 2025-01-13}, scope");
        assertThat(reading.warnings()).extracting(Fault::path).containsExactly("rules.second");
    }
}

package straits.experiments.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Licences and caps of small regimes, by hand. */
final class RegulationAnswersTest {

    private static final String WORLD = Worlds.with(Worlds.text("two-tiers.yaml"), "\nown_regimes:", """

            deliveries:
              more:
                provider: neo
                site: johor
                chip: h100
                gpus: 30 GPUs
                ordered: 2025-01-05
                vendor_lead: 10 days

            own_regimes:""");

    private static final String CAP = Worlds.with(
            WORLD,
            "{title: No rules}",
            "{title: Caps, rules: {cap: {kind: country_cap, dates: {effective: 2025-01-01}, cap: 158320 TPP}}}");

    @Test
    void withoutRulesNothingIsAskedAndNothingBinds() {
        Answers answers = Worlds.run(WORLD).answers();
        assertThat(answers.value(Answer.LICENCES_APPLIED)).isZero();
        assertThat(answers.value(Answer.LICENCES_GRANTED)).isZero();
        assertThat(answers.missing(Answer.LICENCE_WAIT_DAYS_MEAN)).isTrue();
        assertThat(answers.value(Answer.FIRST_CAP_BOUND_DATE)).isInfinite();
    }

    @Test
    void aCapBindsOnTheDayOfTheShipment() {
        UnitResult run = Worlds.run(CAP);
        assertThat(run.answers().value(Answer.FIRST_CAP_BOUND_DATE))
                .isEqualTo((double) LocalDate.of(2025, 1, 15).toEpochDay());
        assertThat(run.rows().quotas())
                .containsExactly(new QuotaRow(
                        Worlds.KEY,
                        "cap",
                        "",
                        "malaysia",
                        158_320,
                        158_320,
                        0,
                        LocalDate.of(2025, 1, 15),
                        "",
                        "",
                        null));
    }

    /** 20 GPUs of one H100e stay behind for the rest of January and February, all days from the 15th on. */
    @Test
    void whatACapKeepsBackIsARowOfItsMonth() {
        PeriodKey january = new PeriodKey(Worlds.KEY, LocalDate.of(2025, 1, 1));
        assertThat(Worlds.run(CAP).rows().denials())
                .containsExactly(new DenialRow(
                        january,
                        "shipment",
                        "",
                        "neo",
                        "malaysia",
                        "cap",
                        "cap_exhausted",
                        1,
                        20 * 24 * (17 + 28.0),
                        20L,
                        0L,
                        null));
    }

    @Test
    void aCapThatSufficesNeverBinds() {
        UnitResult run = Worlds.run(Worlds.with(CAP, "158320 TPP", "500000 TPP"));
        assertThat(run.answers().value(Answer.FIRST_CAP_BOUND_DATE)).isInfinite();
        assertThat(run.rows().denials()).isEmpty();
        assertThat(run.rows().quotas())
                .containsExactly(
                        new QuotaRow(Worlds.KEY, "cap", "", "malaysia", 500_000, 474_960, 25_040, null, "", "", null));
    }

    /** Half of 40,000 USD on each of the 30 GPUs that leave in January. */
    @Test
    void aDutyIsACostOfItsOwnerInItsMonth() {
        String priced = Worlds.with(WORLD, "tpp: 15832 TPP", "tpp: 15832 TPP\n    purchase_price: 40000 USD");
        String rule = "{kind: duty, dates: {effective: 2025-01-01}, scope: {max_tpp: 15833 TPP}, rate: 50 %}";
        UnitResult run =
                Worlds.run(Worlds.with(priced, "{title: No rules}", "{title: Duty, rules: {duty: " + rule + "}}"));

        assertThat(run.rows().accounts().stream()
                        .map(ProviderRow::complianceCostUsd)
                        .filter(usd -> usd > 0))
                .containsExactly(600_000.0);
        assertThat(run.rows().accounts().get(0).complianceCostUsd()
                        + run.rows().accounts().get(1).complianceCostUsd())
                .isEqualTo(600_000.0);
    }

    private static String licence(String reviewTime) {
        String rule = "rules: {licence: {kind: hardware_licence, dates: {effective: 2024-01-01}, review: only}}";
        String desk = "desk: {review_classes: {only: {review_time: {constant: " + reviewTime + "}, approve: 1}}}";
        return Worlds.with(WORLD, "{title: No rules}", "{title: Licences, " + rule + ", " + desk + "}");
    }

    @Test
    void aLicenceTakesItsReview() {
        Answers answers = Worlds.run(licence("20 days")).answers();
        assertThat(answers.value(Answer.LICENCES_APPLIED)).isEqualTo(1);
        assertThat(answers.value(Answer.LICENCES_GRANTED)).isEqualTo(1);
        assertThat(answers.value(Answer.LICENCE_WAIT_DAYS_MEAN)).isCloseTo(20, within(1e-9));
    }

    @Test
    void theDeskIsToldByMonthAndReviewClass() {
        List<DeskRow> rows = Worlds.run(licence("20 days")).rows().desk();
        assertThat(rows).extracting(DeskRow::reviewClass).containsExactly("only", "only");
        assertThat(rows).extracting(DeskRow::filed).containsExactly(1L, 0L);
        assertThat(rows).extracting(DeskRow::approved).containsExactly(1L, 0L);
        assertThat(rows.get(0).inHouse()).isCloseTo(20.0 / 31, within(1e-9));
        assertThat(rows.get(0).reviewWaitDays()).isZero();
        assertThat(rows.get(0).decisionDays()).isCloseTo(20, within(1e-9));
        assertThat(rows.get(1).decisionDays()).isNaN();
    }

    /** Ordered on 5 January, pending on 1 March: 55 days so far. */
    @Test
    void aPendingLicenceCountsItsAge() {
        Answers answers = Worlds.run(licence("200 days")).answers();
        assertThat(answers.value(Answer.LICENCES_APPLIED)).isEqualTo(1);
        assertThat(answers.value(Answer.LICENCES_GRANTED)).isZero();
        assertThat(answers.value(Answer.LICENCE_WAIT_DAYS_MEAN)).isCloseTo(55, within(1e-9));
    }

    /** 30 GPUs at a list price of 3 USD, 20 days later than without; pending, they miss the 45 days from 15 January to the end. */
    @Test
    void waitingForALicenceCostsWhatTheGpusWouldHaveDone() {
        Answers late = Worlds.run(licence("20 days")).answers();
        Answers never = Worlds.run(licence("200 days")).answers();

        assertThat(late.value(Answer.LICENCE_DELAY_H100E_HOURS)).isCloseTo(30 * 20 * 24, within(1e-6));
        assertThat(late.value(Answer.LICENCE_DELAY_COST_USD)).isCloseTo(3.0 * 30 * 20 * 24, within(1e-6));
        assertThat(never.value(Answer.LICENCE_DELAY_H100E_HOURS)).isCloseTo(30 * 45 * 24, within(1e-6));
        assertThat(Worlds.run(WORLD).answers().value(Answer.LICENCE_DELAY_H100E_HOURS))
                .isZero();
    }

    /** 5 % of 30 GPUs at 20,000 USD. */
    @Test
    void dutiesAreACostOfCompliance() {
        String duty =
                "{title: Duty, rules: {tariff: {kind: duty, dates: {effective: 2025-01-01}, scope: {max_tpp: 20000 TPP}, rate: 5 %}}}";
        String priced =
                Worlds.with(WORLD, "    it_power: 1 kW\n", "    it_power: 1 kW\n    purchase_price: 20000 USD\n");

        Answers answers =
                Worlds.run(Worlds.with(priced, "{title: No rules}", duty)).answers();

        assertThat(answers.value(Answer.COMPLIANCE_COST_USD)).isCloseTo(30_000, within(1e-6));
        assertThat(Worlds.run(WORLD).answers().value(Answer.COMPLIANCE_COST_USD))
                .isZero();
    }

    /** A tenth of what requests are charged; the leases of the first day, 82,056 USD, were signed before and owe nothing. */
    @Test
    void sharesOfRevenueAreACostOfCompliance() {
        String share =
                "{title: Share, rules: {share: {kind: revenue_share, dates: {effective: 2024-01-01}, share: 10 %, passed_on: 0}}}";
        UnitResult run = Worlds.run(Worlds.with(MarketAnswersTest.withClass("5 USD"), "{title: No rules}", share));

        double charged = run.rows().accounts().stream()
                .mapToDouble(ProviderRow::revenueUsd)
                .sum();
        double cost = run.rows().accounts().stream()
                .mapToDouble(ProviderRow::complianceCostUsd)
                .sum();
        assertThat(charged).isGreaterThan(100_000);
        assertThat(cost).isCloseTo((charged - 82_056) / 10, within(1e-2));
        assertThat(run.answers().value(Answer.COMPLIANCE_COST_USD)).isCloseTo(cost, within(1e-9));
    }
}

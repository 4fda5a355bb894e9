package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static straits.microworlds.Micro.holder;
import static straits.microworlds.Micro.lease;
import static straits.microworlds.Micro.provider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import straits.market.Reason;
import straits.market.lease.LeaseEnd;
import straits.simulation.Snapshot;

/** What an anchor tenant may spend: in all, by when, and how contracts count. */
final class BudgetTest {

    /** Ten hours are 1 / 876 of a year. */
    private static final double YEAR_OVER_RUN = 876;

    private static Micro holding(String leases, double budgetOfRunUsd) {
        String anchor = holder(1, "1 h", 1, budgetOfRunUsd * YEAR_OVER_RUN);
        return Micro.world().with("anchors", "{a: " + anchor.replace(lease(1, "1 h", 1), leases) + "}");
    }

    /** Hours at 2 USD that a budget covers, and what it ends with. */
    @ParameterizedTest
    @CsvSource({
        "20, 10 h, 20, RUNNING_AT_END",
        "19.9, 10 h, 18, BUDGET_EXHAUSTED",
        "5, 10 h, 4, BUDGET_EXHAUSTED",
        "5, 2.5 h, 5, COMPLETED",
        "4.9, 2.5 h, 4, BUDGET_EXHAUSTED",
        "1.9, 10 h, 0, BUDGET_EXHAUSTED",
        "0, 10 h, 0, BUDGET_EXHAUSTED",
    })
    void everyHourIsAuthorisedBeforeItIsUsed(double budgetUsd, String remaining, double spentUsd, LeaseEnd end) {
        Snapshot run = holding(lease(1, remaining, 2), budgetUsd).run();

        assertThat(run.billing().spentMicroUsd(0)).isEqualTo(Math.round(spentUsd * 1e6));
        assertThat(run.leasesEnded(end)).isEqualTo(1);
    }

    @Test
    void hoursThatRunTogetherAreAuthorisedTogether() {
        Snapshot run = holding(lease(1, "10 h", 2) + ", " + lease(1, "10 h", 2) + ", " + lease(2, "10 h", 2), 27)
                .run();

        // Three hours of all four GPUs cost 24; the 3 USD left cover one GPU for one more hour, not a second one.
        assertThat(run.billing().spentMicroUsd(0)).isEqualTo(26_000_000);
        assertThat(run.leasesEnded(LeaseEnd.BUDGET_EXHAUSTED)).isEqualTo(3);
    }

    /** Need and supply without end, so that only money limits: GPUs at 1 USD an hour and a budget of 100 an hour. */
    private static Micro eager(String horizon, String rest) {
        return Micro.world()
                .with("horizon", horizon)
                .with("sites", "{johor: {country: malaysia, it_power_limit: {2024-01-01: 1000 MW}}}")
                .with(
                        "providers",
                        "{cloud: " + provider("h100", 1, "{site: johor, chip: h100, installed: 100 thousand GPUs}")
                                + "}")
                .with(
                        "anchors",
                        "{a: {home: MY, budget: 876 thousand USD, max_price: 5 USD per H100e-hour, need: {2024-01-01: 100 thousand H100e},"
                                + (rest.contains("review") ? "" : " review: 1 days,") + " " + rest + "}}");
    }

    private static double spentByMonth(Snapshot run, int month) {
        double sum = 0;
        for (int period = 0; period <= month; period++) {
            sum += run.billing().spendUsd(period, 0);
        }
        return sum;
    }

    /** Most that may be spent by the end of January, February and March, of 876,000 USD a year. */
    @ParameterizedTest
    @CsvSource({
        "{kind: even}, 74400, 141600, 216000",
        "{kind: front_loaded}, 142481.10, 260311.23, 378739.73",
        "'{kind: scheduled, shares: [0.1, 0.3, 0.3, 0.3]}', 29760, 56640, 86400",
        "'{kind: scheduled, shares: [0.3, 0.2, 0.2, 0.3]}', 89280, 169920, 259200",
    })
    void paceBoundsSpendingAtEveryMonthsEnd(String pacing, double january, double february, double march) {
        Snapshot run = eager("90 days", "pacing: " + pacing).run();

        assertThat(spentByMonth(run, 0)).isLessThanOrEqualTo(january);
        assertThat(spentByMonth(run, 1)).isLessThanOrEqualTo(february);
        assertThat(spentByMonth(run, 2)).isBetween(0.97 * march, march);
    }

    @Test
    void leasesOfDayOneCountWithTheHourTheyAreIn() {
        String opening =
                "opening: [{provider: cloud, site: johor, chip: h100, gpus: 50 thousand GPUs, remaining: 1000 h, price: 0.002 USD per GPU-hour}]";
        Snapshot run = eager("31 days", "pacing: {kind: even}, chips: [h100], " + opening)
                .run();

        // 100 USD an hour go to the opening lease: nothing is left to buy with, to the GPU.
        assertThat(run.metering().signed()).isEqualTo(1);
        assertThat(spentByMonth(run, 0)).isCloseTo(74_400, within(1e-6));
    }

    @Test
    void asNeededMaySpendAYearsBudgetAnyTimeInThatYearOnly() {
        Snapshot run = eager(
                        "2 years", "pacing: {kind: as_needed}, terms: [10 days], on_demand: false, review: 10 days")
                .run();

        double firstYear = 0;
        for (int month = 0; month < 12; month++) {
            firstYear += run.billing().spendUsd(month, 0);
        }
        assertThat(firstYear).isBetween(800_000.0, 876_000.0);
        assertThat(spentByMonth(run, 23)).isBetween(1_700_000.0, 1_752_000.0);
    }

    /** All it needs from its first review on, though a hundredth of it would have used the budget up. */
    @ParameterizedTest
    @ValueSource(strings = {"cash_in_period", "contract_value"})
    void aBudgetWithoutLimitNeverStopsItAndItsNeedDoes(String rule) {
        Snapshot run = eager("31 days", "pacing: {kind: unlimited}, commitment_rule: " + rule)
                .run();

        assertThat(run.metering().heldGpus(0, 0)).isEqualTo(100_000);
        assertThat(run.leasesEnded(LeaseEnd.BUDGET_EXHAUSTED)).isZero();
        assertThat(run.procurements().get(0).measures().shortOfMoneyHours(0)).isZero();
        assertThat(run.procurements().get(0).measures().unfilledHours(0)).isZero();
        assertThat(run.billing().spentMicroUsd(0)).isGreaterThan(70_000_000_000_000L);
    }

    /** A hundred thousand GPUs ask five times the most it pays: no budget buys them. */
    @Test
    void aBudgetWithoutLimitStillPaysNoMoreThanItsHighestPrice() {
        Snapshot run = eager("31 days", "pacing: {kind: unlimited}")
                .with(
                        "providers",
                        "{cloud: " + provider("h100", 25, "{site: johor, chip: h100, installed: 100 thousand GPUs}")
                                + "}")
                .run();

        assertThat(run.metering().signed()).isZero();
        assertThat(run.procurements().get(0).measures().reasonHours(0, Reason.PRICE))
                .isPositive();
    }

    @Test
    void contractsCountWholeWhenSignedUnderContractValue() {
        // 31 days afford 74,400 USD; a GPU for 60 days costs 1,440: 51 of them, and not one more afterwards.
        Snapshot run = eager("31 days", "commitment_rule: contract_value, terms: [60 days], on_demand: false")
                .run();

        double committedHours = run.billing().soldGpuHours(0, 0, true);
        double startHour = 744 - committedHours / 51;
        assertThat(run.metering().signed()).isEqualTo(1);
        assertThat(startHour).isBetween(0.0, 24.0);
        assertThat(run.procurements().get(0).committedAfterHorizonUsd())
                .isCloseTo(51 * (60 * 24 - 744 + startHour), within(1e-6));
    }

    @Test
    void cashCountsWhatFallsInThePeriodAndReportsTheRest() {
        Snapshot run = eager("31 days", "commitment_rule: cash_in_period, terms: [60 days], on_demand: false")
                .run();

        // 74,400 USD over what is left of 744 hours: 100 GPUs and as many more as the first hours without any saved.
        double gpus = run.metering().heldGpus(0, 0);
        double startHour = 744 - run.billing().soldGpuHours(0, 0, true) / gpus;
        assertThat(gpus).isEqualTo(Math.floor(74_400 / (744 - startHour)));
        assertThat(run.procurements().get(0).committedAfterHorizonUsd())
                .isCloseTo(gpus * (60 * 24 - 744 + startHour), within(1e-6));
    }

    @Test
    void onDemandCountsToTheEndOfTheRunUnderContractValue() {
        Snapshot run = eager("31 days", "commitment_rule: contract_value").run();

        assertThat(run.leasesEnded(LeaseEnd.BUDGET_EXHAUSTED)).isZero();
        assertThat(run.metering().heldGpus(0, 0)).isBetween(100, 103);
    }

    /** A hundred GPUs on demand, all there are: at every weekly review their price grows by e^0.05. */
    @Test
    void floatingPricesMayPassThePaceButNeverTheBudget() {
        Snapshot run = eager("60 days", "pacing: {kind: even}, review: 1 h")
                .with(
                        "providers",
                        "{cloud: {home: MY, owner_class: local, pricing: {policy: utilisation, review: 7 days, target: 0.5, sensitivity: 0.1},"
                                + " offers: {h100: {on_demand: 1 USD per GPU-hour}}, fleet: [{site: johor, chip: h100, installed: 100 GPUs}]}}")
                .run();

        double january = 24 * 100 * (7 * (1 + Math.exp(0.05) + Math.exp(0.1) + Math.exp(0.15)) + 3 * Math.exp(0.2));
        assertThat(january).isGreaterThan(74_400);
        assertThat(spentByMonth(run, 0)).isBetween(january - 200, january);
        assertThat(run.leasesEnded(LeaseEnd.BUDGET_EXHAUSTED)).isPositive();
        assertThat(spentByMonth(run, 2)).isBetween(143_800.0, 144_000.0);
    }
}

package straits.experiments.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Rows of one run: exact where a hand can follow, and in agreement with one another. */
final class UnitRowsTest {

    private static final String WORLD = Worlds.text("two-tiers.yaml");

    private final UnitRows rows = Worlds.run(WORLD).rows();

    @Test
    void oneRowPerPoolAndMonthInOrder() {
        assertThat(rows.series())
                .extracting(row -> row.key().start() + " " + row.provider() + " " + row.chip())
                .containsExactly(
                        "2025-01-01 cloud h100",
                        "2025-01-01 neo h100",
                        "2025-01-01 neo b200",
                        "2025-02-01 cloud h100",
                        "2025-02-01 neo h100",
                        "2025-02-01 neo b200");
    }

    @Test
    void aPoolOfAGatekeeper() {
        double leased = 9600.0 / 744;
        assertThat(rows.series().get(0))
                .isEqualTo(new PoolRow(
                        new PeriodKey(Worlds.KEY, LocalDate.of(2025, 1, 1)),
                        "cloud",
                        "malaysia",
                        "gatekeeper",
                        "h100",
                        "johor",
                        100,
                        20,
                        rows.series().get(0).free(),
                        0,
                        leased,
                        0,
                        0,
                        4,
                        28_800,
                        9600));
        assertThat(rows.series().get(0).free()).isCloseTo(80 - leased, within(1e-9));
    }

    @Test
    void theTenantByMonth() {
        TenantRow january = rows.tenants().get(0);
        assertThat(january.tenant()).isEqualTo("asker");
        assertThat(january.gpuHours()).isEqualTo(9600 + 7440 + 5 * 744);
        assertThat(january.h100e()).isCloseTo((9600 + 7440 + 10 * 744) / 744.0, within(1e-9));
        assertThat(january.needH100e()).isZero();
        assertThat(rows.tenants()).hasSize(2);
        assertThat(rows.tenants().get(1).gpus()).isCloseTo(5, within(1e-12));
    }

    /** 1 kW x 1.5 x 0.1 + 0.05 = 0.2 USD for an H100, 0.35 for a B200; 0.65 with the electricity of February. */
    @Test
    void costsFollowTheElectricityOfTheMonth() {
        List<ProviderRow> neo = rows.accounts().stream()
                .filter(row -> row.provider().equals("neo"))
                .toList();
        assertThat(neo.get(0).costUsd()).isCloseTo(0.2 * 7440 + 0.35 * 3720, within(1e-6));
        assertThat(neo.get(0).revenueUsd()).isCloseTo(7440 * 2.4 + 3720 * 5, within(1e-6));
        assertThat(neo.get(0).marginUsd())
                .isEqualTo(neo.get(0).revenueUsd() - neo.get(0).costUsd());
        assertThat(neo.get(1).costUsd()).isCloseTo(0.65 * 5 * 28 * 24, within(1e-6));
    }

    /** What is held is charged: hours that run over the end of a month count where they were used. */
    @Test
    void heldAndChargedHoursAgreeByMonth() {
        for (TenantRow row :
                Worlds.run(MarketAnswersTest.withClass("5 USD")).rows().tenants()) {
            assertThat(row.billedGpuHours()).as(row.toString()).isCloseTo(row.gpuHours(), within(1e-6));
        }
    }

    @Test
    void leasesOfTheFirstDayAreBlocks() {
        assertThat(rows.channels()).hasSize(4);
        assertThat(sum(rows.channels(), row -> row.channel().equals("block") ? row.spendUsd() : 0))
                .isEqualTo(82_056);
        assertThat(sum(rows.channels(), row -> row.channel().equals("block") ? row.h100eHours() : 0))
                .isEqualTo(31_200);
        assertThat(sum(rows.channels(), row -> row.channel().equals("block") ? 0 : row.spendUsd()))
                .isZero();
    }

    /** A world with classes, waiting and prices on demand: what providers earn is what tenants pay, in every table. */
    @Test
    void tablesAgree() {
        UnitResult run = Worlds.run(
                Worlds.with(MarketAnswersTest.withClass("5 USD"), "{2025-01-01: 0 H100e}", "{2025-01-01: 90 H100e}"));
        UnitRows all = run.rows();
        for (LocalDate month : List.of(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 2, 1))) {
            double revenue = sum(in(month, all.series(), PoolRow::key), PoolRow::revenueUsd);
            assertThat(revenue).isPositive();
            assertThat(sum(in(month, all.accounts(), ProviderRow::key), ProviderRow::revenueUsd))
                    .isCloseTo(revenue, within(1e-3));
            assertThat(sum(in(month, all.tenants(), TenantRow::key), TenantRow::spendUsd))
                    .isCloseTo(revenue, within(1e-3));
            assertThat(sum(in(month, all.tenants(), TenantRow::key), TenantRow::billedGpuHours))
                    .isCloseTo(sum(in(month, all.series(), PoolRow::key), PoolRow::gpuHours), within(1e-6));
            assertThat(sum(in(month, all.tenants(), TenantRow::key), TenantRow::gpus))
                    .isCloseTo(sum(in(month, all.series(), PoolRow::key), PoolRow::leased), within(1e-6));
        }
        double anchorSpend = sum(all.tenants(), row -> row.tenant().equals("asker") ? row.spendUsd() : 0);
        assertThat(sum(all.channels(), ChannelRow::spendUsd)).isCloseTo(anchorSpend, within(1e-3));
        assertThat(run.answers().value(Answer.ANCHOR_SPEND_USD)).isCloseTo(anchorSpend, within(1e-3));
        assertThat(sum(all.channels(), row -> row.channel().equals("rent_on_demand") ? row.spendUsd() : 0))
                .isPositive();
    }

    @Test
    void everyStateOfAPoolCounts() {
        for (PoolRow row : rows.series()) {
            double states = row.captive() + row.free() + row.held() + row.leased() + row.down() + row.curtailed();
            assertThat(states).isCloseTo(row.installed(), within(1e-9));
        }
    }

    /** Of a warm-up of January nothing is left; the first lease ended before. */
    @Test
    void aWarmUpIsLeftOut() {
        UnitResult warm = Worlds.run(Worlds.with(WORLD, "horizon: 59 days", "horizon: 59 days\nwarm_up: 31 days"));
        assertThat(warm.rows().series()).extracting(row -> row.key().start()).containsOnly(LocalDate.of(2025, 2, 1));
        assertThat(warm.answers().value(Answer.ANCHOR_MEAN_H100E)).isCloseTo(10, within(1e-9));
        assertThat(warm.fill()).hasSize(3);
    }

    /** Half of January is warm-up: averages are over the other half. */
    @Test
    void averagesAreOverWhatWasMeasured() {
        UnitResult warm = Worlds.run(Worlds.with(WORLD, "horizon: 59 days", "horizon: 59 days\nwarm_up: 15.5 days"));
        PoolRow neo = warm.rows().series().get(1);
        assertThat(neo.leased()).isCloseTo(10, within(1e-9));
        assertThat(neo.installed()).isCloseTo(50, within(1e-9));
    }

    @Test
    void rowsCanBeForgotten() {
        UnitResult run = Worlds.run(WORLD);
        assertThat(run.withoutRows().rows()).isEqualTo(UnitRows.NONE);
        assertThat(run.withoutRows().answers()).isSameAs(run.answers());
    }

    private static <R> double sum(List<R> rows, ToDoubleFunction<R> value) {
        return rows.stream().mapToDouble(value).sum();
    }

    private static <R> List<R> in(LocalDate month, List<R> rows, Function<R, PeriodKey> key) {
        return rows.stream().filter(row -> key.apply(row).start().equals(month)).toList();
    }
}

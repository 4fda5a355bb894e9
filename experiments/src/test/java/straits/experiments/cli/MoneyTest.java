package straits.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The accounts of every tenant and provider against the leases of the run, to the micro-dollar, from nothing but the files that the
 * program leaves: what leases were charged is worked out anew here.
 */
final class MoneyTest {

    private static final BigDecimal HOUR = new BigDecimal(3_600_000_000L);

    @TempDir
    static Path folder;

    private static List<Map<String, String>> leases = List.of();
    private static List<Map<String, String>> ledger = List.of();

    @BeforeAll
    static void run() throws IOException {
        Path world = folder.resolve("contracts.yaml");
        try (InputStream in = Objects.requireNonNull(MoneyTest.class.getResourceAsStream("/worlds/contracts.yaml"))) {
            Files.write(world, in.readAllBytes());
        }
        straits("run", world.toString(), "--out", folder.resolve("a").toString());
        straits(
                "rerun",
                folder.resolve("a").toString(),
                "--point",
                "0",
                "--replication",
                "0",
                "--log",
                "leases",
                "--out",
                folder.resolve("logs").toString());
        leases = table("logs/leases.csv");
        ledger = table("a/ledger.csv");
    }

    private static void straits(String... arguments) {
        Cli cli = Cli.run(arguments);
        assertThat(cli.exitCode()).as(cli.err()).isZero();
    }

    private static List<Map<String, String>> table(String name) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(name));
        String[] header = lines.get(0).split(",", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int column = 0; column < header.length; column++) {
                row.put(header[column], cells[column]);
            }
            rows.add(row);
        }
        return rows;
    }

    private static String text(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    /** Whole micro-USD, exactly. */
    private static long microUsd(Map<String, String> row, String column) {
        return new BigDecimal(text(row, column)).movePointRight(6).longValueExact();
    }

    private static long sum(List<Map<String, String>> rows, String column) {
        return rows.stream().mapToLong(row -> microUsd(row, column)).sum();
    }

    private static List<Map<String, String>> where(
            List<Map<String, String>> rows, Predicate<Map<String, String>> which) {
        return rows.stream().filter(which).toList();
    }

    private static List<Map<String, String>> of(String tenant) {
        return where(leases, row -> text(row, "tenant").equals(tenant));
    }

    private static OffsetDateTime time(Map<String, String> row, String column) {
        return OffsetDateTime.parse(text(row, column));
    }

    private static long micros(OffsetDateTime from, OffsetDateTime to) {
        return Duration.between(from, to).toNanos() / 1000;
    }

    /** A price for a time, rounded half up. */
    private static long charge(BigDecimal microUsdPerHour, long micros) {
        return microUsdPerHour
                .multiply(BigDecimal.valueOf(micros))
                .divide(HOUR, 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static BigDecimal hourly(Map<String, String> lease) {
        return new BigDecimal(text(lease, "first_price_usd_per_gpu_hour"))
                .movePointRight(6)
                .multiply(new BigDecimal(text(lease, "gpus")));
    }

    /** Hour by hour: the first ends when the log says, the last when the lease does. */
    private static long charged(Map<String, String> lease) {
        OffsetDateTime from = time(lease, "started_time");
        OffsetDateTime end = time(lease, "ended_time");
        OffsetDateTime next = time(lease, "first_hour_ended_time");
        long sum = 0;
        while (from.isBefore(end)) {
            OffsetDateTime to = next.isBefore(end) ? next : end;
            sum += charge(hourly(lease), micros(from, to));
            from = to;
            next = to.plusHours(1);
        }
        return sum;
    }

    @Test
    void everyKindOfContractCame() {
        assertThat(leases)
                .extracting(row -> text(row, "reason"))
                .contains("completed", "priced_out", "revoked", "running_at_end", "renewed", "exited");
        assertThat(of("loyal")).hasSizeGreaterThan(20);
        assertThat(of("fickle")).hasSizeGreaterThan(20);
        assertThat(of("big")).isNotEmpty();
        assertThat(sum(of("grand"), "fees_usd")).isPositive();
        assertThat(sum(of("grand"), "credits_usd")).isPositive();
        assertThat(sum(of("grand"), "prepaid_usd")).isPositive();
    }

    @Test
    void aPriceThatStandsStillChargesPriceTimesGpusTimesHours() {
        for (String tenant : List.of("locked", "loyal", "big")) {
            for (Map<String, String> lease : of(tenant)) {
                if (text(lease, "first_price_usd_per_gpu_hour").equals(text(lease, "last_price_usd_per_gpu_hour"))) {
                    assertThat(microUsd(lease, "charged_usd")).as("%s", lease).isEqualTo(charged(lease));
                }
            }
        }
    }

    /** A quarter of the value of 730 h is prepaid, and what was not used when the lease ended came back or is still there. */
    @Test
    void prepaymentsAreSharesOfTheValue() {
        for (Map<String, String> lease : where(of("loyal"), row -> microUsd(row, "prepaid_usd") > 0)) {
            BigDecimal value = hourly(lease).multiply(new BigDecimal(730));
            assertThat(microUsd(lease, "prepaid_usd"))
                    .isEqualTo(value.multiply(new BigDecimal("0.25"))
                            .setScale(0, RoundingMode.HALF_UP)
                            .longValueExact());
            if (!text(lease, "reason").equals("running_at_end")) {
                assertThat(microUsd(lease, "prepaid_usd"))
                        .isEqualTo(microUsd(lease, "drawn_usd") + microUsd(lease, "refunded_usd"));
            }
        }
        assertThat(sum(of("loyal"), "prepaid_usd")).isPositive();
    }

    /** 20 % of what was left at an exit beside the fees for hours not used, and 5 % and 40 % of the prepayment at the hands of a rule. */
    @Test
    void feesOfAnEndFollowFromWhatWasLeft() {
        for (Map<String, String> lease :
                where(of("fickle"), row -> text(row, "reason").equals("exited"))) {
            double value = microUsd(lease, "prepaid_usd") / 0.5;
            double gross = hourly(lease).doubleValue()
                    * micros(time(lease, "started_time"), time(lease, "ended_time"))
                    / 3.6e9;
            double idle = Math.max(0, 0.7 * gross - microUsd(lease, "charged_usd"));
            assertThat((double) microUsd(lease, "fees_usd")).isCloseTo(idle + 0.2 * (value - gross), within(5000.0));
        }
        for (Map<String, String> lease :
                where(of("fickle"), row -> text(row, "reason").equals("revoked"))) {
            double value = microUsd(lease, "prepaid_usd") / 0.5;
            double gross = hourly(lease).doubleValue()
                    * micros(time(lease, "started_time"), time(lease, "ended_time"))
                    / 3.6e9;
            double idle = Math.max(0, 0.7 * gross - microUsd(lease, "charged_usd"));
            double expected = idle + 0.05 * (value - gross) + 0.4 * microUsd(lease, "refunded_usd");
            assertThat((double) microUsd(lease, "fees_usd")).isCloseTo(expected, within(5000.0));
        }
    }

    @Test
    void theAccountsOfTenantsAreTheirLeases() {
        for (String tenant : List.of("floating", "locked", "loyal", "fickle", "big", "grand")) {
            reconciles(of(tenant), where(ledger, row -> text(row, "tenant").equals(tenant)));
        }
    }

    @Test
    void theAccountsOfProvidersAreTheirLeases() {
        for (String provider : List.of("east", "gulf")) {
            reconciles(
                    where(leases, row -> text(row, "pool").startsWith(provider + "/")),
                    where(ledger, row -> text(row, "provider").equals(provider)));
        }
    }

    private static void reconciles(List<Map<String, String>> theirLeases, List<Map<String, String>> months) {
        Map<String, String> last = months.get(months.size() - 1);
        assertThat(sum(months, "used_usd")).isEqualTo(sum(theirLeases, "charged_usd"));
        assertThat(sum(months, "fees_usd")).isEqualTo(sum(theirLeases, "fees_usd"));
        assertThat(sum(months, "credits_usd")).isEqualTo(sum(theirLeases, "credits_usd"));
        long advances =
                sum(theirLeases, "prepaid_usd") - sum(theirLeases, "drawn_usd") - sum(theirLeases, "refunded_usd");
        assertThat(microUsd(last, "advances_usd")).isEqualTo(advances);
        long side = text(last, "tenant").isEmpty() ? -1 : 1;
        long owed = side * (microUsd(last, "payable_usd") - microUsd(last, "receivable_usd"));
        long due = sum(theirLeases, "charged_usd") + sum(theirLeases, "fees_usd") - sum(theirLeases, "credits_usd");
        assertThat(sum(months, "cash_usd")).isEqualTo(due + advances - owed);
    }

    /** Cash = used + fees - credits - shared, and by how much what is prepaid and owed has changed. */
    @Test
    void everyMonthAddsUp() {
        Map<String, long[]> before = new TreeMap<>();
        for (Map<String, String> row : ledger) {
            String who = text(row, "tenant") + "/" + text(row, "provider");
            long[] was = before.getOrDefault(who, new long[3]);
            long[] is = {microUsd(row, "advances_usd"), microUsd(row, "receivable_usd"), microUsd(row, "payable_usd")};
            long side = text(row, "tenant").isEmpty() ? -1 : 1;
            long expected = microUsd(row, "used_usd")
                    + microUsd(row, "fees_usd")
                    - microUsd(row, "credits_usd")
                    - microUsd(row, "shared_usd")
                    + is[0]
                    - was[0]
                    + side * (is[1] - was[1])
                    - side * (is[2] - was[2]);
            assertThat(microUsd(row, "cash_usd")).as("%s", row).isEqualTo(expected);
            before.put(who, is);
        }
        assertThat(before).hasSize(8);
    }

    @Test
    void theTablesOfTheMonthHoldTheSameCharges() throws IOException {
        for (Map<String, String> row : table("a/tenants.csv")) {
            assertThat(text(row, "tenant")).isIn("floating", "locked", "loyal", "fickle", "big", "grand");
        }
        agree("tenants.csv", "tenant", "spend_usd");
        agree("provider_accounts.csv", "provider", "revenue_usd");
    }

    private static void agree(String file, String who, String column) throws IOException {
        Map<String, Double> usd = new TreeMap<>();
        table("a/" + file)
                .forEach(row -> usd.merge(text(row, who), Double.parseDouble(text(row, column)), Double::sum));
        Map<String, Long> used = new TreeMap<>();
        where(ledger, row -> !text(row, who).isEmpty())
                .forEach(row -> used.merge(text(row, who), microUsd(row, "used_usd"), Long::sum));
        assertThat(usd.keySet()).isEqualTo(used.keySet());
        usd.forEach((name, sum) -> assertThat(Math.round(sum * 1e6)).as(name).isEqualTo(used.get(name)));
    }
}

package straits.experiments.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Accounts of providers: S24 through the market, and a provider that grows, by hand. */
final class ProviderAccountsTest {

    private static final double D = 1e-9;

    private static UnitResult s24() throws IOException {
        return Worlds.run(Files.readString(Path.of("scenarios/textbook/s24-bookkeeping.yaml")));
    }

    private static List<ProviderRow> of(UnitResult run, String provider) {
        return run.rows().accounts().stream()
                .filter(row -> row.provider().equals(provider))
                .toList();
    }

    @Test
    void s24ConcentrationOfFourShares() throws IOException {
        assertThat(s24().answers().value(Answer.HHI_REVENUE)).isCloseTo(2600, within(2600 * D));
    }

    @Test
    void s24BookValuesAfterTwoYears() throws IOException {
        UnitResult run = s24();
        List<ProviderRow> straight = of(run, "straight");
        List<ProviderRow> declining = of(run, "declining");

        assertThat(straight).hasSize(24);
        assertThat(straight.get(23).books().bookUsd()).isCloseTo(30 * 20_400, within(612_000 * D));
        assertThat(declining.get(23).books().bookUsd()).isCloseTo(30 * 10_800, within(324_000 * D));
        double writtenOff = declining.stream()
                .mapToDouble(row -> row.books().depreciationUsd())
                .sum();
        assertThat(writtenOff).isCloseTo(30 * (30_000 - 10_800), within(1e-6));
        assertThat(of(run, "third").get(0).books().bookUsd()).isNaN();
        assertThat(of(run, "third").get(0).profitUsd()).isNaN();
        assertThat(of(run, "third").get(0).books().cashUsd()).isCloseTo(20 * (743 * 2 - 74.4), within(1e-6));
    }

    /** January: 30 GPUs x 744 h at 2 USD, 0.1 USD of electricity each; 30 x 24,000 / 5 a year written off; capital on the mean. */
    @Test
    void profitAndCashOfAMonth() throws IOException {
        ProviderRow january = of(s24(), "straight").get(0);
        double years = 744.0 / 8760;
        double written = 30 * 24_000 / 5.0 * years;

        assertThat(january.marginUsd()).isCloseTo(30 * 744 * 1.9, within(1e-6));
        assertThat(january.books().electricityUsd()).isCloseTo(30 * 744 * 0.1, within(1e-6));
        assertThat(january.books().operationsUsd()).isZero();
        assertThat(january.books().depreciationUsd()).isCloseTo(written, within(1e-6));
        assertThat(january.books().capitalUsd()).isCloseTo(0.1 * (900_000 - written / 2) * years, within(1e-6));
        assertThat(january.profitUsd())
                .isCloseTo(30 * 744 * 1.9 - written - january.books().capitalUsd(), within(1e-6));
        assertThat(january.books().cashUsd())
                .as("the last hour is paid as February begins")
                .isCloseTo(30 * (743 * 2 - 74.4), within(1e-6));
        assertThat(january.books().presentUsd())
                .isCloseTo(january.books().cashUsd() / StrictMath.pow(1.1, 31 / 365.0), within(1e-5));
    }

    /** Ten GPUs more go into service on 11 February: paid on that day, halls and all, and written off from then. */
    @Test
    void whatGoesIntoServiceIsBoughtThatDay() throws IOException {
        String text = Files.readString(Path.of("scenarios/textbook/s24-bookkeeping.yaml"))
                .replace("capital: 10 %,", "capital: 10 %, build: 12 million USD per MW, fleet_age: 1 years,")
                .replace(
                        "own_regimes:",
                        "deliveries:\n  more: {provider: straight, site: johor, chip: h100, gpus: 10 GPUs, rentable_fraction: 0.5,"
                                + " ordered: 2025-02-01, vendor_lead: 10 days}\n\nown_regimes:");
        List<ProviderRow> rows = of(Worlds.run(text), "straight");

        assertThat(rows.get(0).books().purchasesUsd()).isZero();
        assertThat(rows.get(1).books().purchasesUsd()).isCloseTo(5 * (30_000 + 12_000), within(1e-6));
        assertThat(rows.get(1).books().cashUsd()).isCloseTo(rows.get(1).marginUsd() - 5 * 42_000, within(1e-6));
        double opening = 30 * (30_000 - 24_000 / 5.0 * (1 + 59 / 365.0) + 12_000 * (1 - (1 + 59 / 365.0) / 15));
        double bought = 5 * (30_000 - 24_000 / 5.0 * 18 / 365.0 + 12_000 * (1 - 18 / 365.0 / 15));
        assertThat(rows.get(1).books().bookUsd()).isCloseTo(opening + bought, within(1e-5));
    }
}

package straits.scenario.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import straits.scenario.Source.Basis;

final class AssumptionsTest {

    private static final List<InputRow> ROWS = Assumptions.of(Worlds.load(Worlds.text("rich.yaml")));

    @Test
    void aRowHasTheValueItsRangeAndItsOrigin() {
        assertThat(row("providers.gate.fleet[0].installed"))
                .isEqualTo(new InputRow(
                        "providers.gate.fleet[0].installed",
                        33_500,
                        "GPUs",
                        18_425,
                        63_650,
                        Basis.ASSUMPTION,
                        "",
                        "made up"));
        assertThat(row("chips.h100.it_power"))
                .isEqualTo(new InputRow(
                        "chips.h100.it_power",
                        1.389,
                        "kW",
                        Double.NaN,
                        Double.NaN,
                        Basis.DERIVED,
                        "F002|F003",
                        "board power times overhead"));
    }

    @Test
    void listsDefaultsNumbersInDistributionsAndInRegimes() {
        assertThat(row("sites.oslo.pue").basis()).isEqualTo(Basis.DEFAULT);
        assertThat(row("tenant_classes.labs.duration.lognormal.ln_sigma").facts())
                .isEqualTo("F005");
        assertThat(row("tenant_classes.labs.size.discrete[1].probability").unit())
                .isEqualTo("fraction");
        assertThat(row("own_regimes.strict.rules.exempt.limits.gate").value()).isEqualTo(1e8);
        assertThat(row("own_regimes.strict.desk.review_classes.normal.review_time.exponential.mean")
                        .value())
                .isEqualTo(1440);
    }

    @Test
    void everyPathOccursOnceAndCanBeSetInTheCanonicalText() {
        assertThat(ROWS).extracting(InputRow::path).doesNotHaveDuplicates().hasSizeGreaterThan(100);
        String text = ScenarioWriter.text(Worlds.load(Worlds.text("rich.yaml")));
        assertThat(ROWS).allSatisfy(row -> {
            Setting same = new Setting(row.path(), Decimals.text(row.value()) + suffix(row.unit()));
            assertThat(ScenarioReader.read("w", text, RegimeLibrary.NONE, List.of(same))
                            .faults())
                    .isEmpty();
        });
    }

    private static String suffix(String unit) {
        return unit.isEmpty() || unit.equals("fraction") ? "" : " " + unit;
    }

    private static InputRow row(String path) {
        return ROWS.stream().filter(row -> row.path().equals(path)).findFirst().orElseThrow();
    }
}

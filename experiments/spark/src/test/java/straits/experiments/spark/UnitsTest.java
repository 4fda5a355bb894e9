package straits.experiments.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import straits.engine.LadderQueue;
import straits.experiments.api.BadInputException;
import straits.experiments.api.Inputs;
import straits.experiments.design.Experiment;
import straits.experiments.montecarlo.MonteCarlo;
import straits.experiments.montecarlo.UnitKey;
import straits.experiments.output.UnitForm;
import straits.experiments.output.UnitText;

/** What goes between driver and executors, and who may go there. */
final class UnitsTest {

    private final Experiment market = Inputs.effective(Market.text(), null).orThrow();

    @Test
    void rangesNameUnitsInTheirOrder() {
        List<UnitKey> units = List.of(
                new UnitKey(0, "free", 3),
                new UnitKey(0, "free", 4),
                new UnitKey(1, "licences", 0),
                new UnitKey(0, "free", 5),
                new UnitKey(0, "free", 7));
        int[] ranges = UnitRanges.of(units);
        assertThat(ranges).containsExactly(0, 3, 5, 1, 0, 1, 0, 5, 6, 0, 7, 8);
        assertThat(UnitRanges.units(ranges, market.points())).containsExactlyElementsOf(units);
        assertThat(UnitRanges.of(List.of())).isEmpty();
    }

    @Test
    void unitsComeBackToTheBit() throws IOException {
        MonteCarlo runs = new MonteCarlo(market, LadderQueue::new);
        List<UnitText> units = new ArrayList<>();
        for (int replication = 0; replication < 3; replication++) {
            units.add(runs.run(new UnitKey(1, "licences", replication), UnitForm::text));
        }
        byte[] bytes = UnitBytes.of(units.stream());
        List<UnitText> read = new ArrayList<>();
        UnitBytes.read(bytes, read::add);
        assertThat(read).hasSize(3);
        assertThat(UnitBytes.of(read.stream())).isEqualTo(bytes);
        assertThat(read.get(0).result().ok()).isTrue();

        byte[] cut = Arrays.copyOf(bytes, bytes.length / 2);
        assertThatThrownBy(() -> UnitBytes.read(cut, unit -> {})).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> UnitBytes.read(UnitBytes.refusal("not here"), unit -> {}))
                .isInstanceOf(BadInputException.class)
                .hasMessage("not here");
    }

    @Test
    void surroundingsAreTakenForWhatTheyDo() {
        Surroundings here = Surroundings.here();
        assertThat(here).isEqualTo(Surroundings.here());
        assertThat(new Surroundings(here.program(), here.trial(), "another JVM").refusal("executor 1", here))
                .isEmpty();
        assertThat(new Surroundings(here.program(), "ab", "another JVM").refusal("executor 1", here))
                .startsWith("executor 1 gives other results than the driver: a trial came to ab there, on another JVM")
                .contains(here.trial());
        assertThat(new Surroundings("cd", here.trial(), here.jvm()).refusal("executor 1", here))
                .startsWith("executor 1 has another program than the driver (SHA-256 cd, not " + here.program());
    }

    @Test
    void uriIsToldFromPath() {
        assertThat(OutArgument.uri(List.of("a", "--out", "hdfs://b/c"))).isEqualTo(URI.create("hdfs://b/c"));
        assertThat(OutArgument.uri(List.of("--out=s3a://b/c", "a"))).isEqualTo(URI.create("s3a://b/c"));
        assertThat(OutArgument.uri(List.of("--out=runs/a:b"))).isNull();
        assertThat(OutArgument.uri(List.of("--out=C:\\runs"))).isNull();
        assertThat(OutArgument.uri(List.of("a"))).isNull();
        assertThat(OutArgument.uri(List.of("a", "--out"))).isNull();
        assertThatThrownBy(() -> OutArgument.uri(List.of("--out=hdfs://a b"))).isInstanceOf(BadInputException.class);
        assertThat(OutArgument.replaced(List.of("a", "--out", "hdfs://b", "-q"), "c"))
                .containsExactly("a", "--out", "c", "-q");
        assertThat(OutArgument.replaced(List.of("--out=hdfs://b"), "c")).containsExactly("--out=c");
    }
}

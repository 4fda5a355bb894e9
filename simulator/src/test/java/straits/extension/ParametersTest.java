package straits.extension;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ParametersTest {

    @Test
    void givesWhatIsThereAndNotesWhatIsNot() {
        Parameters parameters = Parameters.of(Map.of("share", "0.5", "kind", "fast", "far", "9", "nan", "NaN"));
        assertThat(parameters.number("share", 0, 1)).isEqualTo(0.5);
        assertThat(parameters.number("absent", 2, 3, 2.5)).isEqualTo(2.5);
        assertThat(parameters.number("missing", 2, 3)).isEqualTo(2);
        assertThat(parameters.number("far", 0, 1)).isZero();
        assertThat(parameters.number("nan", 0, 1)).isZero();
        assertThat(parameters.word("kind", List.of("slow", "fast"))).isEqualTo("fast");
        assertThat(parameters.word("share", List.of("slow", "fast"))).isEqualTo("slow");
        assertThat(parameters.text("nobody")).isEmpty();
        parameters.fault("both", "must not be equal");
        assertThat(parameters.faults())
                .containsOnlyKeys("missing", "far", "nan", "share", "nobody", "both")
                .containsEntry("missing", "missing: a number from 2.0 to 3.0")
                .containsEntry("far", "found \"9\"; must be a number from 0.0 to 1.0")
                .containsEntry("share", "found \"0.5\"; must be one of slow, fast")
                .containsEntry("both", "must not be equal");
        assertThat(parameters.asked()).containsExactly("share", "absent", "missing", "far", "nan", "kind", "nobody");
    }
}

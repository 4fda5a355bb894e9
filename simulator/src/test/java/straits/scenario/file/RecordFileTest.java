package straits.scenario.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import straits.scenario.Default;
import straits.scenario.Finding;
import straits.scenario.Within;

/** Records of other rooms are read as scenarios are. */
final class RecordFileTest {

    record Plan(
            @Within(low = 1, high = 3) int plan,
            @Nullable Amount size,
            @Default("{}") List<Entry> set,
            @Default("{}") Map<String, Part> parts,
            @Default("plain") Shape shape) {}

    record Entry(String path, Written value) {}

    record Part(@Nullable Amount low, @Default("false") boolean whole) {}

    sealed interface Shape {
        record Plain() implements Shape {}

        record Round(int corners) implements Shape {}
    }

    private static Reading<Plan> read(String text) {
        return RecordFile.read("plan.yaml", text, Plan.class, plan -> List.of());
    }

    private static List<String> faults(String text) {
        return read(text).faults().stream().map(Fault::toString).toList();
    }

    @Test
    void bindsAmountsAndAnythingWritten() {
        Plan plan = read("""
                plan: 2
                size: 2.5 thousand GPUs
                set:
                  horizon: 30 days
                  a.b[0]: [1, "two, three", {x: 'y"z'}]
                parts: {one: {low: 3 %}}
                shape: {round: {corners: 4}}
                """).orThrow();
        assertThat(plan.size()).isEqualTo(new Amount(2.5, "thousand GPUs"));
        assertThat(plan.set())
                .containsExactly(
                        new Entry("horizon", new Written("30 days")),
                        new Entry("a.b[0]", new Written("[1, \"two, three\", {x: \"y\\\"z\"}]")));
        assertThat(plan.parts()).containsEntry("one", new Part(new Amount(3, "%"), false));
        assertThat(plan.shape()).isEqualTo(new Shape.Round(4));
    }

    @Test
    void aNameAloneStandsForItselfWithEverythingByDefault() {
        Plan plan = read("{plan: 1, parts: everything, shape: plain}").orThrow();
        assertThat(plan.parts()).containsOnly(Map.entry("everything", new Part(null, false)));
        assertThat(plan.shape()).isEqualTo(new Shape.Plain());
    }

    @Test
    void theEffectiveTextReadsBackToAnEqualRecordAndTheSameText() {
        Plan plan = read("{plan: 1, size: 1e-7 h, set: {x: {a: [1, 'off']}, y: \"12\", z: off}, parts: all}")
                .orThrow();
        String text = RecordFile.text(plan);
        Plan again = read(text).orThrow();
        assertThat(again).isEqualTo(plan);
        assertThat(RecordFile.text(again)).isEqualTo(text).contains("shape:\n  plain: {}\n", "value: off\n");
    }

    @Test
    void everyFaultIsToldWithItsPlace() {
        assertThat(faults("plan: 4\nsize: many\nsett: 1\nparts: {One: {low: h}}\nshape: {square: {}}\n"))
                .hasSize(6)
                .anySatisfy(fault -> assertThat(fault).startsWith("plan.yaml:1:7 plan: found 4; must be at least 1"))
                .anySatisfy(fault -> assertThat(fault).contains("2:7 size: found many; must be a number with its unit"))
                .anySatisfy(fault -> assertThat(fault).contains("did you mean \"set\"?"))
                .anySatisfy(fault -> assertThat(fault).contains("4:9 parts.One: found \"One\"; must be a slug"))
                .anySatisfy(fault -> assertThat(fault).contains("parts.One.low: found h; must be a number"))
                .anySatisfy(fault -> assertThat(fault).contains("shape.square: unknown name \"square\""));
    }

    /** Texts with every sign that means something to YAML, in lists too, are the same when read again. */
    @Test
    void writtenTextsSurviveOneLine() {
        String hard = """
                plan: 1
                set:
                  a: 'it''s, [so] {far}: #1'
                  b: ["x\ny\tz\\u2028\\\\", 'a, b', {'k: 1': ''}]
                  c: |
                    two
                    lines
                """;
        Plan plan = read(hard).orThrow();
        assertThat(read(RecordFile.text(plan)).orThrow()).isEqualTo(plan);
        assertThat(((Node.Scalar) plan.set().get(2).value().node()).text()).isEqualTo("two\nlines\n");
        Node.Sequence list = (Node.Sequence) plan.set().get(1).value().node();
        assertThat(list.items()).extracting(Node::kind).contains("\"a, b\"", "a map");
    }

    @Test
    void nothingIsNoValue() {
        assertThat(faults("plan: 1\nset: {a: ~, b: }\n"))
                .hasSize(2)
                .allSatisfy(fault -> assertThat(fault).contains("found nothing; must be a value"));
    }

    @Test
    void checksSayWhereTheyLook() {
        Finding finding = Finding.fault("set.b", "not this");
        Reading<Plan> reading =
                RecordFile.read("plan.yaml", "plan: 1\nset:\n  a: 1\n  b: 2\n", Plan.class, plan -> List.of(finding));
        assertThat(reading.faults()).containsExactly(new Fault("plan.yaml", 4, 6, "set.b", "not this"));
    }

    @Test
    void theSchemaKnowsNamesAloneAndAmounts() {
        assertThat(RecordFile.schema(Plan.class, "Plan"))
                .contains("\"title\" : \"Plan\"", "\"const\" : \"plain\"")
                .doesNotContain("\"const\" : \"round\"");
    }
}

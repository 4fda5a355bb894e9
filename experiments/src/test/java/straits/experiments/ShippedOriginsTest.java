package straits.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import straits.experiments.ShippedFiles.Fact;
import straits.scenario.Quantity;
import straits.scenario.Source;
import straits.scenario.Source.Basis;
import straits.scenario.file.Setting;

/** Every number that ships says where it comes from, and says so truthfully. */
@TestInstance(PER_CLASS)
final class ShippedOriginsTest {

    private static final Pattern FACT_ID = Pattern.compile("\\bF\\d{3}\\b");
    /** Regimes that no scenario compares by itself, beside the reference. */
    private static final String OTHERS = "[us-2023, us-2022, as-enacted-2025-26]";

    private final Map<String, Fact> facts = ShippedFiles.facts();

    static List<String> shipped() {
        return List.of(
                "seven-billion",
                "seven-billion under the others",
                "stress",
                "malaysia-imports",
                "gulf-buildout",
                "h100-glut",
                "spot-market");
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void noNumberIsWithoutOrigin(String name) {
        each(
                name,
                (path, quantity) ->
                        assertThat(quantity.source().basis()).as(path).isNotEqualTo(Basis.UNSTATED));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyFactNamedExists(String name) {
        each(name, (path, quantity) -> assertThat(facts.keySet()).as(path).containsAll(named(quantity.source())));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void whatIsFromMemoryEntersOnlyAsAnAssumptionWithARange(String name) {
        each(name, (path, quantity) -> {
            Source source = quantity.source();
            assertThat(source.facts().stream().map(id -> fact(id).grade()))
                    .as(path)
                    .doesNotContain("D");
            if (source.basis() == Basis.ASSUMPTION) {
                assertThat(source.ranged()).as(path).isTrue();
                assertThat(source.reason()).as(path).isNotBlank();
                assertThat(quantity.value()).as(path).isBetween(source.low(), source.high());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aNumberFromAFactIsTheNumberOfTheFact(String name) {
        List<String> checked = new ArrayList<>();
        each(name, (path, quantity) -> {
            if (quantity.source().basis() == Basis.FACT) {
                Fact fact = fact(quantity.source().facts().get(0));
                double stated = Double.parseDouble(fact.value()) * base(fact.unit());
                assertThat(fact.basis()).as(path).isNotEqualTo("derived");
                assertThat(quantity.value()).as(path).isCloseTo(stated, within(1e-9 * stated));
                checked.add(path);
            }
        });
        assertThat(checked).isNotEmpty();
    }

    @Test
    void aThirdOfTheFactsAreUsed() {
        Stream<Quantity> numbers = Numbers.of(ShippedFiles.scenario("seven-billion")).values().stream();

        assertThat(numbers.flatMap(number -> named(number.source()).stream()).distinct())
                .hasSizeGreaterThan(facts.size() / 3);
    }

    private static void each(String name, BiConsumer<String, Quantity> check) {
        Map<String, Quantity> numbers = Numbers.of(
                name.equals("seven-billion under the others")
                        ? ShippedFiles.scenario("seven-billion", new Setting("regimes", OTHERS))
                        : ShippedFiles.scenario(name));
        assertThat(numbers).hasSizeGreaterThan(20);
        numbers.forEach(check);
    }

    private Fact fact(String id) {
        Fact fact = facts.get(id);
        if (fact == null) {
            throw new AssertionError("no fact " + id);
        }
        return fact;
    }

    private static List<String> named(Source source) {
        List<String> ids = new ArrayList<>(source.facts());
        FACT_ID.matcher(source.reason()).results().map(MatchResult::group).forEach(ids::add);
        return ids;
    }

    /** Size of a fact's unit in the base unit of its dimension. */
    private static double base(String unit) {
        return switch (unit) {
            case "million USD" -> 1e6;
            case "days" -> 24;
            case "months" -> 730;
            case "years" -> 8760;
            default -> 1;
        };
    }
}

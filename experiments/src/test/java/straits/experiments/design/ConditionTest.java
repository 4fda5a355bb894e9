package straits.experiments.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConditionTest {

    private static final Map<String, String> VALUES =
            Map.of("low-price", "1 USD", "high-price", "10 USD", "wait", "3 h", "rule", "lost", "regime", "open");

    private static Condition condition(String text) {
        return Condition.of(text).orElseThrow();
    }

    private static String value(String name) {
        return VALUES.getOrDefault(name, name);
    }

    @ParameterizedTest
    @CsvSource({
        "low-price < high-price, true",
        "high-price<low-price, false",
        "low-price <= 1 USD, true",
        "low-price >= 1.5 USD, false",
        "high-price > 9 USD, true",
        "low-price = 1.0 USD, true",
        "low-price != 1.0 USD, false",
        "rule = lost, true",
        "rule != lost, false",
        "regime = us-2023, false"
    })
    void compares(String text, boolean holds) {
        assertThat(condition(text).trouble(ConditionTest::value)).isNull();
        assertThat(condition(text).holds(ConditionTest::value)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({"low-price < wait, only numbers of one unit", "low-price < 3, one unit", "rule < lost, by = and !="})
    void tellsWhatCannotBeCompared(String text, String trouble) {
        assertThat(condition(text).trouble(ConditionTest::value)).contains(trouble);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a <", "< b", "a < b < c", "a => b", "a == b", "a + b"})
    void refusesWhatIsNoComparison(String text) {
        assertThat(Condition.of(text)).isEmpty();
    }
}

package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A lease keeps its tenant and its pool in 15 bits: more of them would be taken for others. */
final class SizesTest {

    private static final int TOO_MANY = 32_769;

    private static String listed(IntFunction<String> each) {
        return IntStream.range(0, TOO_MANY).mapToObj(each).collect(Collectors.joining(", "));
    }

    @Test
    void tenantsAreNotTooMany() {
        String tenant = "{home: MY, budget: 1 USD, max_price: 1 USD per H100e-hour, need: {2024-01-01: 1 H100e}}";
        Micro world = Micro.world()
                .with("tenant_classes", "{}")
                .with("anchors", "{" + listed(number -> "t" + number + ": " + tenant) + "}");

        assertThatThrownBy(world::load)
                .hasMessageContaining(
                        "tenant_classes: found 32769 tenant classes and anchors together; must be at most 32768");
    }

    @Test
    void poolsAreNotTooMany() {
        String site = "{country: malaysia, it_power_limit: {2024-01-01: 1 MW}}";
        Micro world = Micro.world()
                .with("sites", "{" + listed(number -> "s" + number + ": " + site) + "}")
                .replacing(
                        "providers",
                        "{site: johor, chip: h100, installed: 10 GPUs}",
                        listed(number -> "{site: s" + number + ", chip: h100, installed: 1 GPUs}"));

        assertThatThrownBy(world::load)
                .hasMessageContaining(
                        "providers: found 32769 pools, each a provider's chips of one kind at one site; must be at most 32768");
    }
}

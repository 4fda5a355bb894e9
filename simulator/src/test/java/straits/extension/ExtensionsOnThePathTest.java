package straits.extension;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be used is told, and leaves the rest alone. */
final class ExtensionsOnThePathTest {

    /** Named as something built in. */
    public static final class Posted extends Named {
        /** For the service loader. */
        public Posted() {
            super("posted");
        }
    }

    /** Named as no slug. */
    public static final class Loud extends Named {
        /** For the service loader. */
        public Loud() {
            super("LOUD!");
        }
    }

    /** Named as one that is there already. */
    public static final class Second extends Named {
        /** For the service loader. */
        public Second() {
            super("growing");
        }
    }

    private abstract static class Named implements PricePolicyKind {

        private final String name;

        Named(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public PricePolicy create(Parameters parameters) {
            return PriceReview::usdPerGpuHour;
        }
    }

    @TempDir
    Path folder;

    @Test
    void whatCannotBeUsedIsToldAndLeavesTheRestAlone() throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        String outer = ExtensionsOnThePathTest.class.getName();
        Files.writeString(
                services.resolve(PricePolicyKind.class.getName()),
                outer + "$Posted\nno.such.Class\n" + outer + "$Loud\n" + outer + "$Second\n");
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, Extensions.class.getClassLoader())) {
            Extensions found = new Extensions(loader);
            assertThat(found.pricePolicies()).containsOnlyKeys("growing");
            assertThat(found.rules()).containsOnlyKeys("ration");
            assertThat(found.problems()).hasSize(4);
            assertThat(String.join("\n", found.problems()))
                    .contains(
                            "$Posted: named \"posted\"; must be a slug such as night-rate that is not built in",
                            "PricePolicyKind: straits.extension.PricePolicyKind: Provider no.such.Class not found",
                            "$Loud: named \"LOUD!\"; must be a slug",
                            "$Second: named \"growing\" as straits.microworlds.GrowingPrice is; one of the two must be");
        }
    }
}

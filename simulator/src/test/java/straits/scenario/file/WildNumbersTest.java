package straits.scenario.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import straits.engine.EventStormException;
import straits.engine.LadderQueue;
import straits.event.EventKind;
import straits.scenario.LoadedScenario;
import straits.simulation.Draw;
import straits.simulation.Observer;
import straits.simulation.Simulation;

/** One number of a drawn scenario becomes an absurd one: the reader refuses it, or the run goes on with it. */
final class WildNumbersTest {

    private static final int WORLDS = Integer.getInteger("straits.worlds", 1_000) / 8;
    private static final int NUMBERS = 4;

    private static final List<String> WILD = List.of(
            "0",
            "-0.0",
            "-1",
            "4.9e-324",
            "1e-300",
            "1e-12",
            "0.000001",
            "1e6",
            "1e9",
            "1e12",
            "1e15",
            "1e18",
            "1e300",
            "1.7976931348623157e308",
            "1.0000001",
            "2147483647",
            "2147483648",
            "9223372036854775807",
            "1e400",
            "NaN",
            ".inf");

    private static final Pattern NUMBER = Pattern.compile("(?<=[\\[{ ,:])-?[0-9][0-9.]*(E-?[0-9]+)?(?= |,|}|])");

    private static final int MOST_EVENTS = 20_000;

    /** Ends a run that goes well for long. */
    private static final class Enough extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    private static final class Patience implements Observer {

        private int events;

        @Override
        public void event(long nowMicros, EventKind kind, int subject, long payload) {
            if (++events > MOST_EVENTS) {
                throw new Enough();
            }
        }
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void isRefusedOrSurvived() {
        AtomicInteger refused = new AtomicInteger();
        IntStream.range(0, WORLDS).parallel().forEach(seed -> {
            String world = RandomScenario.of(seed).text();
            Random random = new Random(seed);
            List<MatchResult> numbers = NUMBER.matcher(world).results().toList();
            for (int i = 0; i < NUMBERS; i++) {
                MatchResult number = numbers.get(random.nextInt(numbers.size()));
                String wild = WILD.get(random.nextInt(WILD.size()));
                String before = world.substring(0, number.start());
                if (!tried(before, wild, world.substring(number.end()))) {
                    refused.incrementAndGet();
                }
            }
        });
        assertThat(refused.get()).isBetween(WORLDS, NUMBERS * WORLDS - 1);
    }

    private static boolean tried(String before, String wild, String after) {
        LoadedScenario read = ScenarioReader.read("wild", before + wild + after, RegimeLibrary.NONE)
                .value();
        if (read == null) {
            return false;
        }
        try {
            new Simulation(new RandomScenario.Drawn("", read).world(), new Draw("wild", 0), new LadderQueue())
                    .run(new Patience());
        } catch (Enough | EventStormException told) {
            return true;
        } catch (RuntimeException | Error e) {
            if (!String.valueOf(e.getMessage()).startsWith("tenant class ")) {
                fail(before + "<<" + wild + ">>" + after, e);
            }
        }
        return true;
    }
}

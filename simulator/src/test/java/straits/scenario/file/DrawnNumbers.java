package straits.scenario.file;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import straits.scenario.Dimension;
import straits.scenario.Distribution;

/** Numbers of a small and lively world, some at the edge of what is allowed, and some with an origin. */
final class DrawnNumbers {

    /** The section of shared origins that every drawn scenario has. */
    static final String SOURCES = "{read: {fact: F001, reason: read there}, guessed: {assumption: made up}}";

    private static final List<String> ORIGINS = List.of(
            "assumption: made up", "source: guessed", "source: read", "derived: [F001, F002], reason: half of it");

    private final Random random;

    DrawnNumbers(Random random) {
        this.random = random;
    }

    /** A number, now and then with its range and where it comes from. */
    String quantity(Place place) {
        String value = Units.text(place.measured(), value(place));
        if (random.nextInt(10) > 0) {
            return value;
        }
        String origin = ORIGINS.get(random.nextInt(ORIGINS.size()));
        return "{value: " + value + ", low: " + value + ", high: " + value + ", " + origin + "}";
    }

    /** A law whose parameters ascend, or whose probabilities add to one. */
    String law(Class<?> kind, Place place) {
        List<String> low = DoubleStream.generate(() -> value(place))
                .limit(3)
                .sorted()
                .mapToObj(value -> Units.text(place.measured(), value))
                .toList();
        if (kind == Distribution.Uniform.class) {
            return "{uniform: {low: %s, high: %s}}".formatted(low.get(0), low.get(2));
        }
        return kind == Distribution.Triangular.class
                ? "{triangular: {low: %s, mode: %s, high: %s}}".formatted(low.toArray())
                : "{discrete: [{value: %s, probability: 0.25}, {value: %s, probability: 75 %%}]}"
                        .formatted(low.get(0), low.get(2));
    }

    /** A whole number without a unit. */
    String whole(Range range) {
        long low = (long) Math.max(range.low(), -10);
        long high = (long) Math.min(range.high(), low + 20.0);
        return String.valueOf(random.nextInt(8) == 0 ? low : low + random.nextInt((int) (high - low + 1)));
    }

    private double value(Place place) {
        double[] usual = usual(place.measured());
        Range range = place.range();
        if (random.nextInt(12) == 0 && range.holds(range.low()) && range.low() > -1e6) {
            return range.low();
        }
        double low = Math.max(range.low(), usual[0]);
        double high = Math.max(low, Math.min(range.high(), usual[1]));
        double value = low + (high - low) * random.nextDouble();
        return place.measured() == Dimension.GPUS ? Math.rint(value) : (float) value;
    }

    private static double[] usual(Dimension dimension) {
        return switch (dimension) {
            case NUMBER -> new double[] {0.2, 3};
            case FRACTION -> new double[] {0.01, 0.9};
            case GPUS -> new double[] {1, 64};
            case H100E -> new double[] {0.5, 40};
            case H100E_PER_GPU -> new double[] {0.3, 3};
            case TPP -> new double[] {1_000, 200_000};
            case OPERATIONS -> new double[] {1e20, 1e24};
            case OPERATIONS_PER_H100E_HOUR -> new double[] {1e17, 1e19};
            case HOURS -> new double[] {2, 400};
            case PER_HOUR -> new double[] {0.001, 0.5};
            case PER_NODE_HOUR -> new double[] {0.0001, 0.02};
            case PER_YEAR -> new double[] {0.5, 3};
            case USD -> new double[] {100, 100_000};
            case USD_PER_GPU_HOUR, USD_PER_H100E_HOUR -> new double[] {0.2, 6};
            case USD_PER_KWH -> new double[] {0.02, 0.3};
            case USD_PER_MEGAWATT -> new double[] {1e6, 2e7};
            case KILOWATTS -> new double[] {0.5, 2};
            case MEGAWATTS -> new double[] {0.02, 1};
        };
    }

    /** The rows of a trace. */
    String trace() {
        StringBuilder rows = new StringBuilder("arrival_hours,gpus,hours\\n");
        double at = 0;
        for (int i = 0; i < 20; i++) {
            at += random.nextInt(5);
            rows.append(at).append(',').append(1 + random.nextInt(9)).append(",3.5\\n");
        }
        return rows.toString();
    }
}

package straits.scenario;

import static straits.scenario.Dimension.MEGAWATTS;
import static straits.scenario.Dimension.NUMBER;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A data-centre site, or all sites of one owner class in a country taken together.
 *
 * @param country where it stands
 * @param pue facility power over IT power; enters costs only
 * @param loadFactor mean drawn over rated IT power; enters costs only
 * @param itPowerLimit IT power usable by GPUs, by date: installed GPUs x kW never exceed it
 * @param declared what was declared to the grid, and how much of that can be drawn; missing means that the grid sets no limit
 */
public record Site(
        @Meaning("country of the site") @Refers("countries") String country,

        @Meaning("facility power over IT power, for costs") @In(NUMBER) @Within(low = 1, high = 3) @Default("1")
        Quantity pue,

        @Meaning("mean drawn over rated IT power, for costs") @In(Dimension.FRACTION) @Within(high = 1) @Default("1")
        Quantity loadFactor,

        @Meaning("critical IT power usable by GPUs, by date; installed GPUs x kW never exceed it")
        @In(MEGAWATTS)
        @Within
        List<Dated> itPowerLimit,

        @Meaning("what was declared to the grid and how much of that can be drawn; missing means no limit") @Nullable
        Declared declared) {

    /**
     * Power declared to the grid against power drawn. What is drawn is the declared maximum demand times the drawn fraction, over
     * the PUE in IT power; GPUs never exceed the lesser of that and the IT limit.
     *
     * @param demand maximum demand declared to the grid, of the whole facility, by date
     * @param drawnFraction share of it that is ever drawn
     */
    public record Declared(
            @Meaning("maximum demand declared to the grid, of the whole facility, by date") @In(MEGAWATTS) @Within
            List<Dated> demand,

            @Meaning("share of it that is ever drawn") @In(Dimension.FRACTION) @Within(high = 1)
            Quantity drawnFraction) {

        /** Copies the list, so that the record stays immutable. */
        public Declared {
            demand = List.copyOf(demand);
        }
    }

    /** Copies the list, so that the record stays immutable. */
    public Site {
        itPowerLimit = List.copyOf(itPowerLimit);
    }

    /** Dates on which the power that GPUs may use changes, in order. */
    public List<LocalDate> powerSteps() {
        Stream<Dated> grid = declared == null ? Stream.of() : declared.demand().stream();
        return Stream.concat(itPowerLimit.stream(), grid)
                .map(Dated::from)
                .distinct()
                .sorted()
                .toList();
    }

    /** IT power in MW that GPUs may use on a date: the lesser of the limit and what can be drawn; NaN before the first limit. */
    public double usableItMw(LocalDate date) {
        double limit = inForce(itPowerLimit, date);
        if (declared == null) {
            return limit;
        }
        double drawn =
                inForce(declared.demand(), date) * declared.drawnFraction().value() / pue.value();
        return Math.min(limit, drawn);
    }

    private static double inForce(List<Dated> values, LocalDate date) {
        double value = Double.NaN;
        for (Dated dated : values) {
            if (!dated.from().isAfter(date)) {
                value = dated.value().value();
            }
        }
        return value;
    }
}

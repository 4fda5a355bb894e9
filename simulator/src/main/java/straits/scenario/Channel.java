package straits.scenario;

import static straits.scenario.Dimension.FRACTION;
import static straits.scenario.Dimension.GPUS;
import static straits.scenario.Dimension.HOURS;
import static straits.scenario.Dimension.PER_YEAR;
import static straits.scenario.Dimension.USD;
import static straits.scenario.Dimension.USD_PER_GPU_HOUR;
import static straits.scenario.Dimension.USD_PER_H100E_HOUR;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A way in which an anchor tenant comes by computing, or does without. */
@NamedBy("kind")
public sealed interface Channel {

    /** It rents on demand; without channels it does. */
    record RentOnDemand() implements Channel {}

    /** It rents for its terms; without channels it does. */
    record Block() implements Channel {}

    /** Chips it owns and runs in data centres of its own. */
    sealed interface Chips extends Channel permits LicensedChips, OwnChips {

        /** Which chip. */
        String chip();

        /** The only workload they serve; missing: any, counted for the tenant's own. */
        @Nullable
        Workload workload();

        /** Price per chip bought or made. */
        Quantity price();

        /** Share of what is paid for that works. */
        double working();

        /** Cost of running one, electricity included. */
        Quantity operations();

        /** Most that can be bought or made in a calendar month, by date. */
        List<Dated> monthly();

        /** Share of that which is bought whether it is needed or not. */
        double committed();

        /** From order or licence to shipment. */
        Quantity lead();

        /** From shipment to service. */
        Quantity install();

        /** Time in service. */
        Quantity life();

        /** Return that capital must earn, per year. */
        Quantity costOfCapital();

        /** What may be paid for chips ordered in a year of the run. */
        Quantity budget();

        /** In service on the first day. */
        Quantity opening();
    }

    /**
     * Chips of a foreign vendor that pass the door of the regime on their way to the tenant's own data centre.
     *
     * @param provider who receives them, as export rules see it
     * @param site where they will stand
     * @param chip which chip
     * @param workload the only workload they serve; missing: any, counted for the tenant's own
     * @param price price per chip, all-in
     * @param operations cost of running one, electricity included
     * @param monthly most the vendor sells in a calendar month, by date
     * @param lead from order or licence to shipment
     * @param install from shipment to service
     * @param life time in service
     * @param costOfCapital return that capital must earn
     * @param budget what may be paid for chips ordered in a year of the run
     * @param opening in service on the first day
     */
    record LicensedChips(
            @Meaning("who receives them, as export rules see it") @Refers("providers")
            String provider,

            @Meaning("where they will stand") @Refers("sites")
            String site,

            @Meaning("which chip") @Refers("chips") String chip,

            @Meaning("the only workload they serve; missing: any, counted for the tenant's own") @Nullable
            Workload workload,

            @Meaning("price per chip, all-in") @In(USD) @Within
            Quantity price,

            @Meaning("cost of running one, electricity included")
            @In(USD_PER_GPU_HOUR)
            @Within(high = Provider.MAX_USD_PER_GPU_HOUR)
            @Default("0 USD per GPU-hour")
            Quantity operations,

            @Meaning("most the vendor sells in a calendar month, by date") @In(GPUS) @Within(high = 3_000_000)
            List<Dated> monthly,

            @Meaning("from order or licence to shipment") @In(HOURS) @Within @Default("0 h")
            Quantity lead,

            @Meaning("from shipment to service") @In(HOURS) @Within @Default("0 h")
            Quantity install,

            @Meaning("time in service") @In(HOURS) @Within(open = true) @Default("5 years")
            Quantity life,

            @Meaning("return that capital must earn per year") @In(FRACTION) @Within(high = 1) @Default("0")
            Quantity costOfCapital,

            @Meaning("what may be paid for chips ordered in a year of the run") @In(USD) @Within
            Quantity budget,

            @Meaning("in service on the first day") @In(GPUS) @Within(high = 3_000_000) @Default("0 GPUs")
            Quantity opening)
            implements Chips {

        /** Copies the list, so that the record stays immutable. */
        public LicensedChips {
            monthly = List.copyOf(monthly);
        }

        @Override
        public double working() {
            return 1;
        }

        @Override
        public double committed() {
            return 0;
        }
    }

    /**
     * Chips of the tenant's own design, made by a foundry.
     *
     * @param chip which chip
     * @param workload the only workload the variant serves; missing: any, counted for the tenant's own
     * @param price price per chip made, good or not
     * @param yield share that works
     * @param operations cost of running one, electricity included
     * @param monthly chips made in a calendar month at most, good or not, by date: start and ramp
     * @param committedFraction share of that which is taken whether it is needed or not
     * @param lead from order to shipment
     * @param install from shipment to service
     * @param life time in service
     * @param costOfCapital return that capital must earn
     * @param budget what may be paid for chips ordered in a year of the run
     * @param opening in service on the first day
     */
    record OwnChips(
            @Meaning("which chip") @Refers("chips") String chip,

            @Meaning("the only workload the variant serves; missing: any, counted for the tenant's own") @Nullable
            Workload workload,

            @Meaning("price per chip made, good or not") @In(USD) @Within
            Quantity price,

            @Meaning("share that works") @In(FRACTION) @Within(open = true, high = 1) @Default("1")
            Quantity yield,

            @Meaning("cost of running one, electricity included")
            @In(USD_PER_GPU_HOUR)
            @Within(high = Provider.MAX_USD_PER_GPU_HOUR)
            @Default("0 USD per GPU-hour")
            Quantity operations,

            @Meaning("most that are made in a calendar month, good or not, by date: start and ramp")
            @In(GPUS)
            @Within(high = 3_000_000)
            List<Dated> monthly,

            @Meaning("share of that which is taken whether it is needed or not")
            @In(FRACTION)
            @Within(high = 1)
            @Default("0")
            Quantity committedFraction,

            @Meaning("from order to shipment") @In(HOURS) @Within @Default("0 h")
            Quantity lead,

            @Meaning("from shipment to service") @In(HOURS) @Within @Default("0 h")
            Quantity install,

            @Meaning("time in service") @In(HOURS) @Within(open = true) @Default("5 years")
            Quantity life,

            @Meaning("return that capital must earn per year") @In(FRACTION) @Within(high = 1) @Default("0")
            Quantity costOfCapital,

            @Meaning("what may be paid for chips ordered in a year of the run") @In(USD) @Within
            Quantity budget,

            @Meaning("in service on the first day") @In(GPUS) @Within(high = 3_000_000) @Default("0 GPUs")
            Quantity opening)
            implements Chips {

        /** Copies the list, so that the record stays immutable. */
        public OwnChips {
            monthly = List.copyOf(monthly);
        }

        @Override
        public double working() {
            return yield.value();
        }

        @Override
        public double committed() {
            return committedFraction.value();
        }
    }

    /**
     * Engineers who make the same output from less computing, once they are hired for good.
     *
     * @param from first day they can be hired
     * @param gain factor by which compute per unit of output falls in a year
     * @param spending what they cost a year
     */
    record EfficiencyGain(
            @Meaning("first day it can begin") LocalDate from,

            @Meaning("factor by which compute per unit of output falls in a year") @In(PER_YEAR) @Within(low = 1)
            Quantity gain,

            @Meaning("what it costs a year") @In(USD) @Within
            Quantity spending)
            implements Channel {}

    /**
     * Doing without for a while: whatever costs more is left.
     *
     * @param cost what an H100e-hour that comes late is worth
     * @param longest how long a want is put off; after that it takes what it pays for
     */
    record Wait(
            @Meaning("what an H100e-hour that comes late is worth") @In(USD_PER_H100E_HOUR) @Within
            Quantity cost,

            @Meaning("how long a want is put off at most") @In(HOURS) @Within
            Quantity longest)
            implements Channel {}
}

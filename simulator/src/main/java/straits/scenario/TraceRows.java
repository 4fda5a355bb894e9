package straits.scenario;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The requests of a trace, in order of time; columns of numbers, so that a million rows take some forty megabytes. Immutable. */
public final class TraceRows {

    /** Names of the columns, in the order in which {@link #text} writes them. */
    public static final List<String> COLUMNS =
            List.of("arrival_hours", "gpus", "hours", "chips", "price_limit_usd_per_gpu_hour");

    /** How many of {@link #COLUMNS} a table must have. */
    public static final int NEEDED = 3;

    /** Most rows of a trace. */
    public static final int MOST = 1_000_000;

    /** No row. */
    public static final TraceRows NONE = new Builder().build();

    private static final String BETWEEN_CHIPS = ";";

    private final double[] arrivalHours;
    private final double[] gpus;
    private final double[] hours;
    private final double[] limitUsd;
    private final int[] chips;
    private final List<List<String>> chipLists;

    private TraceRows(Builder builder) {
        int size = builder.size;
        arrivalHours = Arrays.copyOf(builder.arrivalHours, size);
        gpus = Arrays.copyOf(builder.gpus, size);
        hours = Arrays.copyOf(builder.hours, size);
        limitUsd = Arrays.copyOf(builder.limitUsd, size);
        chips = Arrays.copyOf(builder.chips, size);
        chipLists = List.copyOf(builder.chipLists);
    }

    /** Number of rows. */
    public int size() {
        return arrivalHours.length;
    }

    /** When a row arrives, in hours from the start of the trace. */
    public double arrivalHours(int row) {
        return arrivalHours[row];
    }

    /** GPUs asked for, above 0. */
    public double gpus(int row) {
        return gpus[row];
    }

    /** Hours asked for, 0 or more. */
    public double hours(int row) {
        return hours[row];
    }

    /** Most it pays in USD per GPU and hour; NaN if it does not say. */
    public double limitUsd(int row) {
        return limitUsd[row];
    }

    /** Which of {@link #chipLists} it accepts. */
    public int chips(int row) {
        return chips[row];
    }

    /** Chips that rows accept, each list once; the first is empty, for rows that accept any. */
    public List<List<String>> chipLists() {
        return chipLists;
    }

    /** Rows that arrive before a time. */
    public int before(double limitHours) {
        int at = Arrays.binarySearch(arrivalHours, limitHours);
        int row = at < 0 ? -1 - at : at;
        while (row > 0 && arrivalHours[row - 1] >= limitHours) {
            row--;
        }
        return row;
    }

    /** The table as CSV, with header and line feeds; equal rows have equal texts. */
    public String text() {
        StringBuilder text = new StringBuilder(String.join(",", COLUMNS)).append('\n');
        for (int row = 0; row < size(); row++) {
            text.append(number(arrivalHours[row])).append(',');
            text.append(number(gpus[row])).append(',');
            text.append(number(hours[row])).append(',');
            text.append(String.join(BETWEEN_CHIPS, chipLists.get(chips[row]))).append(',');
            text.append(Double.isNaN(limitUsd[row]) ? "" : number(limitUsd[row]));
            text.append('\n');
        }
        return text.toString();
    }

    private static String number(double value) {
        return value == 0 ? "0" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** The chips of a cell, divided by semicolons. */
    public static List<String> chipsOf(String cell) {
        return cell.isBlank()
                ? List.of()
                : Arrays.stream(cell.split(BETWEEN_CHIPS, -1))
                        .map(String::strip)
                        .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TraceRows rows
                && Arrays.equals(arrivalHours, rows.arrivalHours)
                && Arrays.equals(gpus, rows.gpus)
                && Arrays.equals(hours, rows.hours)
                && Arrays.equals(limitUsd, rows.limitUsd)
                && Arrays.equals(chips, rows.chips)
                && chipLists.equals(rows.chipLists);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(arrivalHours) + Arrays.hashCode(gpus);
    }

    @Override
    public String toString() {
        return size() + " rows";
    }

    /** Takes rows in order of time. */
    public static final class Builder {

        private final List<List<String>> chipLists = new ArrayList<>(List.of(List.of()));
        private double[] arrivalHours = new double[16];
        private double[] gpus = new double[16];
        private double[] hours = new double[16];
        private double[] limitUsd = new double[16];
        private int[] chips = new int[16];
        private int size;

        /** Adds a row; a price limit of NaN is none, no chips are any. */
        public void add(double atHours, double forGpus, double forHours, List<String> onChips, double upToUsd) {
            if (size == arrivalHours.length) {
                arrivalHours = Arrays.copyOf(arrivalHours, 2 * size);
                gpus = Arrays.copyOf(gpus, 2 * size);
                hours = Arrays.copyOf(hours, 2 * size);
                limitUsd = Arrays.copyOf(limitUsd, 2 * size);
                chips = Arrays.copyOf(chips, 2 * size);
            }
            int list = chipLists.indexOf(onChips);
            if (list < 0) {
                list = chipLists.size();
                chipLists.add(List.copyOf(onChips));
            }
            arrivalHours[size] = atHours;
            gpus[size] = forGpus;
            hours[size] = forHours;
            limitUsd[size] = upToUsd;
            chips[size] = list;
            size++;
        }

        /** The rows so far. */
        public TraceRows build() {
            return new TraceRows(this);
        }
    }
}

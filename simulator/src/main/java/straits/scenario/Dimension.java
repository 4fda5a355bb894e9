package straits.scenario;

/** What a number measures: the base unit it is kept in. The file reader knows the other spellings of each unit. */
public enum Dimension {
    /** A pure number. */
    NUMBER(""),
    /** A share of a whole. */
    FRACTION("fraction"),
    /** GPUs of whatever chip. */
    GPUS("GPUs"),
    /** Performance relative to an H100 for the stated workload. */
    H100E("H100e"),
    /** H100-equivalents per GPU. */
    H100E_PER_GPU("H100e per GPU"),
    /** Total processing performance as export rules count it. */
    TPP("TPP"),
    /** Operations of a training run. */
    OPERATIONS("operations"),
    /** Operations per H100-equivalent and hour. */
    OPERATIONS_PER_H100E_HOUR("operations per H100e-hour"),
    /** Hours. A month is 730 hours, a year 8,760. */
    HOURS("h"),
    /** Events per hour. */
    PER_HOUR("per hour"),
    /** Failures per node and hour in service. */
    PER_NODE_HOUR("per node-hour"),
    /** Factor of growth over a year. */
    PER_YEAR("per year"),
    /** US dollars. */
    USD("USD"),
    /** US dollars per GPU and hour. */
    USD_PER_GPU_HOUR("USD per GPU-hour"),
    /** US dollars per H100-equivalent and hour. */
    USD_PER_H100E_HOUR("USD per H100e-hour"),
    /** US dollars per kilowatt-hour. */
    USD_PER_KWH("USD per kWh"),
    /** US dollars per megawatt. */
    USD_PER_MEGAWATT("USD per MW"),
    /** Kilowatts. */
    KILOWATTS("kW"),
    /** Megawatts. */
    MEGAWATTS("MW");

    private final String unit;

    Dimension(String unit) {
        this.unit = unit;
    }

    /** Spelling of the base unit; empty for a pure number. */
    public String unit() {
        return unit;
    }
}

package straits.experiments.report;

/**
 * A value that a chart is compared with, such as a budget bound.
 *
 * @param name what it is
 * @param value on the axis of values
 */
public record Mark(String name, double value) {}

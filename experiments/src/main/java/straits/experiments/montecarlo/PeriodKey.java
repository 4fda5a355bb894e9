package straits.experiments.montecarlo;

import java.time.LocalDate;

/**
 * Which run and which month.
 *
 * @param unit the run
 * @param start first day of the month, or of the run if that is later
 */
public record PeriodKey(UnitKey unit, LocalDate start) {}

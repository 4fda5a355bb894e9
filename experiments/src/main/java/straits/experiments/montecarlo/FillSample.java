package straits.experiments.montecarlo;

import java.time.LocalDate;

/**
 * What the tenant of the question had got in one run by a date under contracts at or below a price.
 *
 * @param by last day that counts
 * @param usdPerH100eHour price threshold
 * @param h100e most ever in force, for the tenant's own workload
 */
public record FillSample(LocalDate by, double usdPerH100eHour, double h100e) {}

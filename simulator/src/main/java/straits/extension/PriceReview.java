package straits.extension;

import java.time.LocalDate;

/**
 * A pool at a review of its price.
 *
 * @param provider key of the provider
 * @param site key of the site
 * @param chip key of the chip
 * @param date the day
 * @param usdPerGpuHour price on demand now
 * @param startUsdPerGpuHour price on demand at the start
 * @param marginalCostUsdPerGpuHour marginal cost of a GPU-hour
 * @param utilisationFraction leased over rentable GPUs now
 */
public record PriceReview(
        String provider,
        String site,
        String chip,
        LocalDate date,
        double usdPerGpuHour,
        double startUsdPerGpuHour,
        double marginalCostUsdPerGpuHour,
        double utilisationFraction) {}

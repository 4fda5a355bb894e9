package straits.extension;

/**
 * What a tenant can sign at a review, at a price no higher than the most it pays.
 *
 * @param provider key of the provider
 * @param site key of the site
 * @param country key of the country
 * @param chip key of the chip
 * @param committed whether it is for a term at a locked price; else on demand at a floating one
 * @param termHours length of the term; 1 on demand
 * @param minGpus least size
 * @param freeGpus GPUs that can be had
 * @param h100ePerGpu H100-equivalents of a GPU for the tenant's workload
 * @param usdPerGpuHour price
 */
public record BlockOffer(
        String provider,
        String site,
        String country,
        String chip,
        boolean committed,
        double termHours,
        int minGpus,
        int freeGpus,
        double h100ePerGpu,
        double usdPerGpuHour) {

    /** Price in USD per h100e and hour. */
    public double usdPerH100eHour() {
        return usdPerGpuHour / h100ePerGpu;
    }
}

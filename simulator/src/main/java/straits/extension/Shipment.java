package straits.extension;

import java.time.LocalDate;

/**
 * GPUs about to leave the vendor.
 *
 * @param provider key of the recipient
 * @param country key of the destination
 * @param chip key of the chip
 * @param tppPerGpu total processing performance of one
 * @param gpus how many
 * @param date the day
 */
public record Shipment(String provider, String country, String chip, long tppPerGpu, int gpus, LocalDate date) {

    /** The same with another number of GPUs. */
    public Shipment withGpus(int number) {
        return new Shipment(provider, country, chip, tppPerGpu, number, date);
    }
}

package straits.scenario;

import static straits.scenario.Dimension.USD_PER_KWH;

import java.util.List;

/**
 * A country where GPUs stand.
 *
 * @param iso ISO 3166 code of two letters
 * @param region label of the region
 * @param electricityPrice price of electricity for large users, by date
 */
public record Country(
        @Meaning("ISO 3166 code of two letters") String iso,
        @Meaning("label of the region") String region,

        @Meaning("price of electricity for large users, by date") @In(USD_PER_KWH) @Within
        List<Dated> electricityPrice) {

    /** Copies the list, so that the record stays immutable. */
    public Country {
        electricityPrice = List.copyOf(electricityPrice);
    }
}

package straits.scenario;

import static straits.scenario.Dimension.USD_PER_KWH;
import static straits.scenario.Form.Kind.COUNTRY_CODE;
import static straits.scenario.Form.Kind.SLUG;

import java.util.List;

/**
 * A country where GPUs stand.
 *
 * @param iso ISO 3166 code of two letters
 * @param region label of the region
 * @param electricityPrice price of electricity for large users, by date
 */
public record Country(
        @Meaning("ISO 3166 code of two letters") @Form(COUNTRY_CODE)
        String iso,

        @Meaning("label of the region") @Form(SLUG) String region,

        @Meaning("price of electricity for large users, by date") @In(USD_PER_KWH) @Within
        List<Dated> electricityPrice) {

    /** Copies the list, so that the record stays immutable. */
    public Country {
        electricityPrice = List.copyOf(electricityPrice);
    }
}

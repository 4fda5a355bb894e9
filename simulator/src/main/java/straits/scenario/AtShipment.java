package straits.scenario;

import static straits.scenario.Dimension.TPP;
import static straits.scenario.Form.Kind.SLUG;

import java.util.Map;

/** Rules that bind at the shipment of a delivery. */
public sealed interface AtShipment extends Rule {

    /**
     * Binds at shipment: an order needs a licence before the vendor starts on it.
     *
     * @param dates when it is in force
     * @param scope whom and what it covers
     * @param review class of review at the licence desk
     */
    record HardwareLicence(
            @Meaning("dates") Rule.Dates dates,
            @Meaning("what it covers") @Default("{}") Rule.Scope scope,

            @Meaning("class of review at the licence desk") @Refers("desk.review_classes")
            String review)
            implements AtShipment {}

    /**
     * Binds at shipment: shipments to each covered country draw on one quota that never resets and leaves the base
     * installed earlier out.
     *
     * @param dates when it is in force
     * @param scope whom and what it covers
     * @param cap quota per country
     */
    record CountryCap(
            @Meaning("dates") Rule.Dates dates,
            @Meaning("what it covers") @Default("{}") Rule.Scope scope,

            @Meaning("quota per country, never reset") @In(TPP) @Within
            Quantity cap)
            implements AtShipment {}

    /**
     * Lifts a country cap from shipments to a recipient whose year stays within an amount.
     *
     * @param dates when it is in force
     * @param scope whom and what it covers
     * @param perRecipientAndYear amount per recipient and calendar year
     */
    record LowCountExemption(
            @Meaning("dates") Rule.Dates dates,
            @Meaning("what it covers") @Default("{}") Rule.Scope scope,

            @Meaning("amount per recipient and calendar year") @In(TPP) @Within
            Quantity perRecipientAndYear)
            implements AtShipment {}

    /**
     * Lifts hardware licences and country caps from shipments to the covered classes of providers, who report instead.
     *
     * @param dates when it is in force
     * @param scope whom and what it covers
     * @param reports whether each exempted shipment and each lease at such a provider is reported
     * @param limits most that may be shipped under the exemption per company and country; a company not named has no
     *     limit
     */
    record GatekeeperExemption(
            @Meaning("dates") Rule.Dates dates,
            @Meaning("what it covers") @Default("{}") Rule.Scope scope,

            @Meaning("whether shipments and customers are reported") @Default("true")
            boolean reports,

            @Meaning("most per company and country; a company not named has no limit")
            @Refers("providers")
            @In(TPP)
            @Within
            @Default("{}")
            Map<String, Quantity> limits)
            implements AtShipment {

        /** Copies the map, so that the record stays immutable. */
        public GatekeeperExemption {
            limits = Copies.of(limits);
        }
    }

    /**
     * Binds at shipment, as an extension says.
     *
     * @param kind name of the extension
     * @param dates when it is in force
     * @param scope whom and what it covers
     * @param parameters what the extension takes
     */
    @Extended
    record Custom(
            @Meaning("name of an extension") @Form(SLUG) String kind,
            @Meaning("dates") Rule.Dates dates,
            @Meaning("what it covers") @Default("{}") Rule.Scope scope,

            @Meaning("parameters of the extension") @Default("{}")
            Map<String, Parameter> parameters)
            implements AtShipment {

        /** Copies the map, so that the record stays immutable. */
        public Custom {
            parameters = Copies.of(parameters);
        }

        /** The parameters as texts. */
        public Map<String, String> texts() {
            return Parameter.texts(parameters);
        }
    }
}

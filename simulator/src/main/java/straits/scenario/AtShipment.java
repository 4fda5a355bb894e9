package straits.scenario;

import static straits.scenario.Dimension.FRACTION;
import static straits.scenario.Dimension.NUMBER;
import static straits.scenario.Dimension.TPP;
import static straits.scenario.Form.Kind.SLUG;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rules that bind at the shipment of a delivery. */
public sealed interface AtShipment extends Rule {

    /** Lifts hardware licences and country caps from what it covers. */
    sealed interface Exemption extends AtShipment
            permits GatekeeperExemption, UniversalValidatedEndUser, NationalValidatedEndUser {

        /** Whether each exempted shipment and each lease at such a provider is reported. */
        boolean reports();

        /** Whether it is for a provider, of those that its scope covers. */
        default boolean reaches(String provider) {
            return true;
        }
    }

    /** What draws on an amount. */
    enum Counts {
        /** What is shipped since the rule took effect, or since the start of the run if that is later. */
        FLOW,
        /** The same, and what stood there or was on its way before. */
        STOCK
    }

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
     * Binds at shipment: the permit of another state than the vendor's, which no exemption of this regime lifts.
     *
     * @param dates when it is in force
     * @param scope whom and what it covers
     * @param review class of review at the licence desk; missing means that notice is enough
     */
    record ThirdCountryPermit(
            @Meaning("dates") Rule.Dates dates,
            @Meaning("what it covers") @Default("{}") Rule.Scope scope,

            @Meaning("class of review at the licence desk; missing means notice only")
            @Refers("desk.review_classes")
            @Nullable
            String review)
            implements AtShipment {}

    /**
     * Binds at shipment: shipments to each covered country draw on one quota that never resets.
     *
     * @param dates when it is in force
     * @param scope whom and what it covers
     * @param cap quota per country
     * @param counts whether what was there before counts
     * @param agreements countries whose quota an agreement multiplies
     */
    record CountryCap(
            @Meaning("dates") Rule.Dates dates,
            @Meaning("what it covers") @Default("{}") Rule.Scope scope,

            @Meaning("quota per country, never reset") @In(TPP) @Within
            Quantity cap,

            @Meaning("whether what was there before counts") @Default("flow")
            Counts counts,

            @Meaning("countries whose quota an agreement multiplies") @Refers("countries") @Default("{}")
            Map<String, Agreement> agreements)
            implements AtShipment {

        /** Copies the map, so that the record stays immutable. */
        public CountryCap {
            agreements = Copies.of(agreements);
        }
    }

    /**
     * An agreement between governments.
     *
     * @param from first day
     * @param multiple what the quota is multiplied by from that day
     */
    record Agreement(
            @Meaning("first day") LocalDate from,

            @Meaning("what the quota is multiplied by") @In(NUMBER) @Within(low = 1, high = 1000)
            Quantity multiple) {}

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
     * Exempts the covered providers, who report instead.
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
            implements Exemption {

        /** Copies the map, so that the record stays immutable. */
        public GatekeeperExemption {
            limits = Copies.of(limits);
        }
    }

    /**
     * Exempts companies that keep most of their computing at home and among allies. What a company has in the covered
     * countries, the base of the first day included, stays within shares of what it has worldwide.
     *
     * @param dates when it is in force
     * @param scope whom and what it covers: the countries of the lower tier
     * @param companies the validated companies by key
     * @param mostInOneCountry greatest share in one covered country
     * @param leastInTierOne least share in the company's home and its allies
     * @param leastAtHome least share in the company's home
     * @param reports whether each exempted shipment and each lease at such a provider is reported
     */
    record UniversalValidatedEndUser(
            @Meaning("dates") Rule.Dates dates,
            @Meaning("what it covers") @Default("{}") Rule.Scope scope,
            @Meaning("validated companies") Map<String, Company> companies,

            @Meaning("greatest share in one covered country") @In(FRACTION) @Within(high = 1)
            Quantity mostInOneCountry,

            @Meaning("least share at home and among allies") @In(FRACTION) @Within(high = 1)
            Quantity leastInTierOne,

            @Meaning("least share at home") @In(FRACTION) @Within(high = 1) @Default("0")
            Quantity leastAtHome,

            @Meaning("whether shipments and customers are reported") @Default("true")
            boolean reports)
            implements Exemption {

        /** Copies the map, so that the record stays immutable. */
        public UniversalValidatedEndUser {
            companies = Copies.of(companies);
        }

        @Override
        public boolean reaches(String provider) {
            return companies.values().stream()
                    .anyMatch(company -> company.owners().contains(provider));
        }

        /** Most TPP of a company in one covered country. */
        public long mostPerCountryTpp(Company company) {
            return Math.round(mostInOneCountry.value() * company.worldwide().value());
        }

        /** Most TPP of a company in all covered countries together; never negative. */
        public long mostInAllTpp(Company company) {
            double worldwide = company.worldwide().value();
            double outsideTierOne = (1 - leastInTierOne.value()) * worldwide;
            double abroad = (1 - leastAtHome.value()) * worldwide
                    - company.tierOneAbroad().value();
            return Math.max(0, Math.round(Math.min(outsideTierOne, abroad)));
        }
    }

    /**
     * A company with computing in many countries.
     *
     * @param owners the providers that are parts of it
     * @param worldwide all its computing
     * @param tierOneAbroad what of it stands outside its home among allies
     */
    record Company(
            @Meaning("the providers that are parts of it") @Refers("providers")
            List<String> owners,

            @Meaning("all its computing") @In(TPP) @Within Quantity worldwide,

            @Meaning("of it, outside its home among allies") @In(TPP) @Within @Default("0 TPP")
            Quantity tierOneAbroad) {

        /** Copies the list, so that the record stays immutable. */
        public Company {
            owners = List.copyOf(owners);
        }
    }

    /**
     * Exempts companies validated for one country: what each covered provider has in a country, the base of the first day
     * included, stays within an allocation that grows by date.
     *
     * @param dates when it is in force
     * @param scope whom and what it covers
     * @param allocation most per company and country, by date
     * @param reports whether each exempted shipment and each lease at such a provider is reported
     */
    record NationalValidatedEndUser(
            @Meaning("dates") Rule.Dates dates,
            @Meaning("what it covers") @Default("{}") Rule.Scope scope,

            @Meaning("most per company and country, by date") @In(TPP) @Within
            List<Dated> allocation,

            @Meaning("whether shipments and customers are reported") @Default("true")
            boolean reports)
            implements Exemption {

        /** Copies the list, so that the record stays immutable. */
        public NationalValidatedEndUser {
            allocation = List.copyOf(allocation);
        }
    }

    /**
     * Binds at shipment: the owner pays a share of the purchase price of what leaves.
     *
     * @param dates when it is in force
     * @param scope whom and what it covers
     * @param rate share of the purchase price of the chip
     */
    record Duty(
            @Meaning("dates") Rule.Dates dates,
            @Meaning("what it covers") @Default("{}") Rule.Scope scope,

            @Meaning("share of the purchase price of the chip") @In(FRACTION) @Within(high = 10)
            Quantity rate)
            implements AtShipment {}

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

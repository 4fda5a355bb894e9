package straits.scenario;

import static straits.scenario.Dimension.FRACTION;
import static straits.scenario.Dimension.TPP;
import static straits.scenario.Form.Kind.COUNTRY_CODE;
import static straits.scenario.Form.Kind.SLUG;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A rule of a regime. Each kind binds at exactly one point: at the shipment of a delivery, or at the lease. */
@NamedBy("kind")
public sealed interface Rule {

    /** When it was announced, takes effect and ends. */
    Dates dates();

    /** Whom and what it covers. */
    Scope scope();

    /**
     * Dates of a rule; from midnight UTC.
     *
     * @param announced when it became known; missing means with the effect
     * @param effective first day in force
     * @param rescinded first day no longer in force; missing means never
     * @param enforcementProbability probability that it is enforced at all, drawn once per rule and replication
     */
    record Dates(
            @Meaning("when it became known; missing means with the effect") @Nullable
            LocalDate announced,

            @Meaning("first day in force") LocalDate effective,

            @Meaning("first day no longer in force; missing means never") @Nullable
            LocalDate rescinded,

            @Meaning("probability that it is enforced at all") @In(FRACTION) @Within(high = 1) @Default("1")
            Quantity enforcementProbability) {}

    /**
     * What a rule covers; an empty list covers all.
     *
     * @param destinations countries
     * @param ownerClasses classes of providers
     * @param tenantHomes jurisdictions of tenants; for rules that bind at the lease
     * @param minTpp chips at or above this performance
     */
    record Scope(
            @Meaning("countries; empty means all") @Refers("countries") @Default("[]")
            List<String> destinations,

            @Meaning("classes of providers; empty means all") @Default("[]")
            List<ProviderClass> ownerClasses,

            @Meaning("jurisdictions of tenants; empty means all") @Form(COUNTRY_CODE) @Default("[]")
            List<String> tenantHomes,

            @Meaning("chips at or above this performance") @In(TPP) @Within @Default("0 TPP")
            Quantity minTpp) {

        /** Copies the lists, so that the record stays immutable. */
        public Scope {
            destinations = List.copyOf(destinations);
            ownerClasses = List.copyOf(ownerClasses);
            tenantHomes = List.copyOf(tenantHomes);
        }
    }

    /**
     * Binds at shipment: an order needs a licence before the vendor starts on it.
     *
     * @param dates when it is in force
     * @param scope whom and what it covers
     * @param review class of review at the licence desk
     */
    record HardwareLicence(
            @Meaning("dates") Dates dates,
            @Meaning("what it covers") @Default("{}") Scope scope,

            @Meaning("class of review at the licence desk") @Refers("desk.review_classes")
            String review)
            implements Rule {}

    /**
     * Binds at shipment: shipments to each covered country draw on one quota that never resets and leaves the base
     * installed earlier out.
     *
     * @param dates when it is in force
     * @param scope whom and what it covers
     * @param cap quota per country
     */
    record CountryCap(
            @Meaning("dates") Dates dates,
            @Meaning("what it covers") @Default("{}") Scope scope,

            @Meaning("quota per country, never reset") @In(TPP) @Within
            Quantity cap)
            implements Rule {}

    /**
     * Lifts a country cap from shipments to a recipient whose year stays within an amount.
     *
     * @param dates when it is in force
     * @param scope whom and what it covers
     * @param perRecipientAndYear amount per recipient and calendar year
     */
    record LowCountExemption(
            @Meaning("dates") Dates dates,
            @Meaning("what it covers") @Default("{}") Scope scope,

            @Meaning("amount per recipient and calendar year") @In(TPP) @Within
            Quantity perRecipientAndYear)
            implements Rule {}

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
            @Meaning("dates") Dates dates,
            @Meaning("what it covers") @Default("{}") Scope scope,

            @Meaning("whether shipments and customers are reported") @Default("true")
            boolean reports,

            @Meaning("most per company and country; a company not named has no limit")
            @Refers("providers")
            @In(TPP)
            @Within
            @Default("{}")
            Map<String, Quantity> limits)
            implements Rule {

        /** Copies the map, so that the record stays immutable. */
        public GatekeeperExemption {
            limits = Copies.of(limits);
        }
    }

    /**
     * Binds at the lease: a covered tenant that would hold more than an amount in a country needs a licence.
     *
     * @param dates when it is in force
     * @param scope whom and what it covers
     * @param freePerTenantAndCountry amount held without licence
     * @param licenceQuota amount that one licence adds
     * @param review class of review at the licence desk
     */
    record RemoteAccess(
            @Meaning("dates") Dates dates,
            @Meaning("what it covers") @Default("{}") Scope scope,

            @Meaning("amount held per tenant and country without licence") @In(TPP) @Within
            Quantity freePerTenantAndCountry,

            @Meaning("amount that one licence adds") @In(TPP) @Within(open = true)
            Quantity licenceQuota,

            @Meaning("class of review at the licence desk") @Refers("desk.review_classes")
            String review)
            implements Rule {}

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
            @Meaning("dates") Dates dates,
            @Meaning("what it covers") @Default("{}") Scope scope,

            @Meaning("parameters of the extension") @Default("{}")
            Map<String, Parameter> parameters)
            implements Rule {

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

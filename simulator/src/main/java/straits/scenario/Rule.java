package straits.scenario;

import static straits.scenario.Dimension.FRACTION;
import static straits.scenario.Dimension.TPP;
import static straits.scenario.Form.Kind.COUNTRY_CODE;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule of a regime. Each kind binds at exactly one point: at the shipment of a delivery, or at the lease. */
@NamedBy("kind")
public sealed interface Rule permits AtShipment, AtLease {

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
     * @param grandfathers which orders and leases it passes over, as if it did not cover them
     * @param enforcementProbability probability that it is enforced at all, drawn once per rule and replication
     * @param expected probability of enforcement that planners reckon with before; missing means the same
     */
    record Dates(
            @Meaning("when it became known; missing means with the effect") @Nullable
            LocalDate announced,

            @Meaning("first day in force") LocalDate effective,

            @Meaning("first day no longer in force; missing means never") @Nullable
            LocalDate rescinded,

            @Meaning("orders and leases it passes over") @Default("nothing")
            Grandfathers grandfathers,

            @Meaning("probability that it is enforced at all") @In(FRACTION) @Within(high = 1) @Default("1")
            Quantity enforcementProbability,

            @Meaning("probability of enforcement that planners reckon with before; missing means the same")
            @In(FRACTION)
            @Within(high = 1)
            @Nullable
            Quantity expected) {

        /** When it became known. */
        public LocalDate knownFrom() {
            return announced == null ? effective : announced;
        }

        /** Probability of enforcement that planners reckon with before it binds. */
        public Quantity expectedProbability() {
            return expected == null ? enforcementProbability : expected;
        }
    }

    /** Orders that a rule at shipment, and leases that the wind-down of a rule at the lease passes over. */
    enum Grandfathers {
        /** None. */
        NOTHING,
        /** Those placed or signed before it became known. */
        ORDERED_BEFORE_ANNOUNCED,
        /** Those placed or signed before its effect. */
        ORDERED_BEFORE_EFFECTIVE
    }

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
}

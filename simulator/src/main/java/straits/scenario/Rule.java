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
     * @param effective first day on which what it covers counts
     * @param compliance first day on which it must be obeyed: until then it counts and refuses nothing; missing means with the
     *     effect
     * @param rescinded first day no longer in force; missing means never
     * @param grandfathers which orders and leases it passes over, as if it did not cover them
     * @param enforcementProbability probability that it is enforced at all, drawn once per rule and replication
     * @param expected probability of enforcement that planners reckon with before; missing means the same
     */
    record Dates(
            @Meaning("when it became known; missing means with the effect") @Nullable
            LocalDate announced,

            @Meaning("first day on which what it covers counts")
            LocalDate effective,

            @Meaning("first day on which it refuses; missing means with the effect") @Nullable
            LocalDate compliance,

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

        /** The first day on which it must be obeyed. */
        public LocalDate obeyedFrom() {
            return compliance == null ? effective : compliance;
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
     * What a rule covers: what every part of it covers; a part that is empty or missing covers all.
     *
     * @param destinations countries, beside those of the tiers
     * @param tiers tiers of the regime, beside the destinations
     * @param ownerHomes jurisdictions of providers
     * @param ownerClasses classes of providers
     * @param owners providers
     * @param tenantHomes jurisdictions of tenants; for rules that bind at the lease
     * @param tenantClasses tenant classes and anchors; for rules that bind at the lease
     * @param minTpp chips at or above this performance
     * @param maxTpp chips below this performance; missing means all
     */
    record Scope(
            @Meaning("countries; empty means all, or those of the tiers") @Refers("countries") @Default("[]")
            List<String> destinations,

            @Meaning("tiers of this regime, beside the destinations") @Refers("tiers") @Default("[]")
            List<String> tiers,

            @Meaning("jurisdictions of providers; empty means all") @Form(COUNTRY_CODE) @Default("[]")
            List<String> ownerHomes,

            @Meaning("classes of providers; empty means all") @Default("[]")
            List<ProviderClass> ownerClasses,

            @Meaning("providers; empty means all") @Refers("providers") @Default("[]")
            List<String> owners,

            @Meaning("jurisdictions of tenants; empty means all; for rules at the lease")
            @Form(COUNTRY_CODE)
            @Default("[]")
            List<String> tenantHomes,

            @Meaning("tenant classes and anchors; empty means all; for rules at the lease")
            @Refers("tenant_classes or anchors")
            @Default("[]")
            List<String> tenantClasses,

            @Meaning("chips at or above this performance") @In(TPP) @Within @Default("0 TPP")
            Quantity minTpp,

            @Meaning("chips below this performance; missing means all") @In(TPP) @Within @Nullable
            Quantity maxTpp) {

        /** Copies the lists, so that the record stays immutable. */
        public Scope {
            destinations = List.copyOf(destinations);
            tiers = List.copyOf(tiers);
            ownerHomes = List.copyOf(ownerHomes);
            ownerClasses = List.copyOf(ownerClasses);
            owners = List.copyOf(owners);
            tenantHomes = List.copyOf(tenantHomes);
            tenantClasses = List.copyOf(tenantClasses);
        }

        /** Whether it covers chips of a performance. */
        public boolean coversTpp(double tpp) {
            return tpp >= minTpp.value() && (maxTpp == null || tpp < maxTpp.value());
        }
    }
}

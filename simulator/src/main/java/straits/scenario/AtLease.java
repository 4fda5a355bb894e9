package straits.scenario;

import static straits.scenario.Dimension.FRACTION;
import static straits.scenario.Dimension.HOURS;
import static straits.scenario.Dimension.OPERATIONS;
import static straits.scenario.Dimension.OPERATIONS_PER_H100E_HOUR;
import static straits.scenario.Dimension.TPP;
import static straits.scenario.Dimension.USD;

import org.jspecify.annotations.Nullable;

/** Rules that bind at the lease. */
public sealed interface AtLease extends Rule {

    /**
     * Binds at the lease: what a covered tenant would hold above an amount in a country needs a licence, or is not to be had.
     *
     * @param dates when it is in force
     * @param scope whom and what it covers
     * @param mode what applies above the amount
     * @param freePerTenantAndCountry amount held that the rule leaves alone; missing means none, where it may be missing
     * @param trainingOperations training compute that the rule leaves alone too; missing means that compute does not matter
     * @param licenceQuota amount that one licence adds; with mode licence only
     * @param review class of review at the licence desk; with mode licence only
     * @param windDown after what time leases end that were signed before and are above the amount; missing means never; not with
     *     mode licence
     */
    record RemoteAccess(
            @Meaning("dates") Rule.Dates dates,
            @Meaning("what it covers") @Default("{}") Rule.Scope scope,

            @Meaning("what applies above the amount: a licence is needed, or none is to be had") @Default("licence")
            Mode mode,

            @Meaning("amount held per tenant and country that the rule leaves alone; missing with mode prohibition")
            @In(TPP)
            @Within
            @Nullable
            Quantity freePerTenantAndCountry,

            @Meaning("training compute that the rule leaves alone; missing means that compute does not matter")
            @Nullable
            TrainingCompute trainingOperations,

            @Meaning("amount that one licence adds; with mode licence only") @In(TPP) @Within(open = true) @Nullable
            Quantity licenceQuota,

            @Meaning("class of review at the licence desk; with mode licence only")
            @Refers("desk.review_classes")
            @Nullable
            String review,

            @Meaning(
                    "after what time leases signed before end, if above the amount; missing means never; not with mode licence")
            @In(HOURS)
            @Within
            @Nullable
            Quantity windDown)
            implements AtLease {}

    /**
     * Binds at the lease: a provider screens who wants to lease, and turns away whom the screening does not pass. Whether a
     * request should be refused is drawn with the share of its class, {@code suspect_share}; anchor tenants never should.
     *
     * @param dates when it is in force
     * @param scope whom and what it covers
     * @param time how long the screening takes; what it is about waits and holds nothing
     * @param cost what it costs the provider
     * @param falsePositive probability to turn away who should pass
     * @param falseNegative probability to pass who should be turned away
     */
    record KycScreening(
            @Meaning("dates") Rule.Dates dates,
            @Meaning("what it covers") @Default("{}") Rule.Scope scope,

            @Meaning("how long a screening takes") @In(HOURS) @Within @Default("{constant: 0 h}")
            Distribution time,

            @Meaning("what a screening costs the provider") @In(USD) @Within @Default("0 USD")
            Quantity cost,

            @Meaning("probability to turn away who should pass") @In(FRACTION) @Within(high = 1) @Default("0")
            Quantity falsePositive,

            @Meaning("probability to pass who should be turned away") @In(FRACTION) @Within(high = 1) @Default("0")
            Quantity falseNegative)
            implements AtLease {}

    /**
     * Binds at the lease: a share of what covered leases are charged goes to the state. It is owed for leases signed while the
     * rule is in force, as long as it is.
     *
     * @param dates when it is in force
     * @param scope whom and what it covers
     * @param share share of the charges
     * @param passedOn how much of it providers recover from covered tenants: the standing price p becomes p / (1 - passedOn x
     *     share), so that with 1 the provider is left with p
     */
    record RevenueShare(
            @Meaning("dates") Rule.Dates dates,
            @Meaning("what it covers") @Default("{}") Rule.Scope scope,

            @Meaning("share of the charges that goes to the state") @In(FRACTION) @Within(high = 0.5)
            Quantity share,

            @Meaning("how much of it is recovered by higher prices") @In(FRACTION) @Within(high = 1) @Default("0")
            Quantity passedOn)
            implements AtLease {}

    /** What applies to a lease above the amount that a rule leaves alone. */
    enum Mode {
        /** It needs a licence. */
        LICENCE,
        /** There is no licence: the amount is all. */
        CAP,
        /** There is no licence, and no amount. */
        PROHIBITION
    }

    /**
     * Training compute up to which a rule leaves a lease alone. The planned operations of a lease are its GPUs, times their
     * H100-equivalents in training, times the hours it is planned for, times the operations of an H100-equivalent in an hour.
     * Tenants with another workload do no training.
     *
     * @param threshold most operations of a lease, or of all that an anchor tenant holds in a country
     * @param perH100eHour operations of one H100-equivalent in an hour, as trained with and not as advertised
     */
    record TrainingCompute(
            @Meaning("most planned operations") @In(OPERATIONS) @Within
            Quantity threshold,

            @Meaning("operations of one H100-equivalent in an hour, as trained with")
            @In(OPERATIONS_PER_H100E_HOUR)
            @Within(open = true)
            Quantity perH100eHour) {}
}

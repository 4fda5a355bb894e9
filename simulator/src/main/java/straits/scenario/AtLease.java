package straits.scenario;

import static straits.scenario.Dimension.TPP;

/** Rules that bind at the lease. */
public sealed interface AtLease extends Rule {

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
            @Meaning("dates") Rule.Dates dates,
            @Meaning("what it covers") @Default("{}") Rule.Scope scope,

            @Meaning("amount held per tenant and country without licence") @In(TPP) @Within
            Quantity freePerTenantAndCountry,

            @Meaning("amount that one licence adds") @In(TPP) @Within(open = true)
            Quantity licenceQuota,

            @Meaning("class of review at the licence desk") @Refers("desk.review_classes")
            String review)
            implements AtLease {}
}

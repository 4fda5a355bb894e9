package straits.experiments.output;

import java.util.Arrays;
import java.util.stream.Collectors;
import straits.experiments.montecarlo.DenialRow;
import straits.experiments.montecarlo.DeskRow;
import straits.experiments.montecarlo.JurisdictionRow;
import straits.experiments.montecarlo.QuotaRow;
import straits.regulation.Clause;

/** Declarations of the tables of one run about rules: what they refuse and grant, and where and for whom is computed. */
final class RuleTables {

    private static final String GPUS = "GPUs";
    private static final String H100E_HOURS = "h100e-hours";

    private static final String CLAUSES =
            Arrays.stream(Clause.values()).map(Clause::word).collect(Collectors.joining(", "));

    private RuleTables() {}

    static Table<DenialRow> denials() {
        return Keys.period(
                        Table.of(
                                "denials.csv",
                                "point x replication x period x subject kind x tenant or provider x country x rule x clause; what was not refused is left out"),
                        DenialRow::key)
                .text("tenant", "tenant class or anchor tenant; empty for shipments", DenialRow::tenant)
                .text("provider", "whose shipments; empty for leases", DenialRow::provider)
                .text("country", "where; empty for requests, which look at many", DenialRow::country)
                .text("subject_kind", "whose wish: request, anchor or shipment", DenialRow::subjectKind)
                .text("rule", "key of the rule", DenialRow::rule)
                .text("clause", "what decided: " + CLAUSES, DenialRow::clause)
                .integer(
                        "requests",
                        "requests",
                        "how many were refused in the period: requests; reviews or applications of an anchor; shipments, whole or in part",
                        DenialRow::requests)
                .decimal(
                        "h100e_hours",
                        H100E_HOURS,
                        "what they asked for, cut at the end of the run: of a request, for its own workload; of an anchor, what the quota kept it from"
                                + " until its next review, in one country whatever it found in another, none for applications; of a shipment, what"
                                + " the GPUs left behind, rentable or not, would have given in training from the day they would have been ready",
                        DenialRow::h100eHours)
                .optionalInteger(
                        "gpus", GPUS, "GPUs of shipments that stayed behind; empty for leases", DenialRow::gpus)
                .optionalInteger(
                        "quota_left_tpp",
                        "TPP",
                        "left on the quota after the last refusal of the period; empty without a quota",
                        DenialRow::quotaLeftTpp)
                .date(
                        "quota_renews_date",
                        "when the quota renews next; empty for never and without a quota",
                        DenialRow::quotaRenews)
                .build();
    }

    static Table<QuotaRow> quotas() {
        return Keys.unit(Table.of("quotas.csv", "point x replication x quota"), QuotaRow::unit)
                .text("country", "where; empty for anywhere", QuotaRow::country)
                .text("rule", "key of the rule", QuotaRow::rule)
                .text("holder", "who draws; empty for all", QuotaRow::holder)
                .integer("granted_tpp", "TPP", "all that was granted", QuotaRow::grantedTpp)
                .integer("drawn_tpp", "TPP", "drawn at the end of the run", QuotaRow::drawnTpp)
                .integer("left_tpp", "TPP", "granted less drawn", QuotaRow::leftTpp)
                .date(
                        "first_bound_date",
                        "first day on which more was wanted than was left; empty for never",
                        QuotaRow::firstBound)
                .text("year", "calendar year it is good for; empty for any time", QuotaRow::year)
                .text("licence", "number of the licence it belongs to; empty for none", QuotaRow::licence)
                .date("renews_date", "day on which a new quota takes its place; empty for never", QuotaRow::renews)
                .build();
    }

    static Table<DeskRow> desk() {
        String days = "days";
        return Keys.period(Table.of("desk.csv", "point x replication x period x review class"), DeskRow::key)
                .text("review_class", "how applications are reviewed", DeskRow::reviewClass)
                .integer("filed", "", "applications filed, resubmissions left out", DeskRow::filed)
                .integer(
                        "turned_away",
                        "",
                        "turned away for want of room; what comes back finds the room it left",
                        DeskRow::turnedAway)
                .integer("reviews_begun", "", "reviews begun", DeskRow::begun)
                .integer("approved", "", "approved, with conditions or without", DeskRow::approved)
                .integer("conditional", "", "of these with conditions", DeskRow::conditional)
                .integer("refused", "", "refused for good", DeskRow::refused)
                .integer("returned", "", "returned without action, whether filed again or not", DeskRow::returned)
                .integer("withdrawn", "", "given up by the applicant", DeskRow::withdrawn)
                .decimal(
                        "backlog",
                        "applications",
                        "in the house, waiting and under review, those of the first day too; time average",
                        DeskRow::inHouse)
                .decimal(
                        "review_wait_days_mean",
                        days,
                        "from filing to the beginning of review, of reviews begun in the period",
                        DeskRow::reviewWaitDays)
                .decimal(
                        "decision_days_mean",
                        days,
                        "from the first filing to the final decision, of those decided in the period",
                        DeskRow::decisionDays)
                .build();
    }

    static Table<JurisdictionRow> jurisdictions() {
        return Keys.period(
                        Table.of(
                                "jurisdictions.csv",
                                "point x replication x period x jurisdiction x workload; rows without hours are left out"),
                        JurisdictionRow::key)
                .text("jurisdiction", "ISO code of two letters", JurisdictionRow::jurisdiction)
                .text("workload", "what the tenant uses GPUs for: training, inference", JurisdictionRow::workload)
                .decimal(
                        "by_location_h100e_hours",
                        H100E_HOURS,
                        "charged at sites there, or in service there on chips of a tenant's own, by performance for the workload; not to be added to the next two",
                        JurisdictionRow::byLocation)
                .decimal(
                        "by_owner_home_h100e_hours",
                        H100E_HOURS,
                        "charged by providers whose home it is, and on chips of tenants whose home it is",
                        JurisdictionRow::byOwner)
                .decimal(
                        "by_user_home_h100e_hours",
                        H100E_HOURS,
                        "charged to tenants whose home it is, and on chips of their own",
                        JurisdictionRow::byUser)
                .build();
    }
}

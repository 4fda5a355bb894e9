package straits.experiments.output;

import org.jspecify.annotations.Nullable;
import straits.experiments.montecarlo.UnitKey;
import straits.market.lease.Posting;

/** Declarations of the logs: what happened in one run, thing by thing. Times are UTC, to the microsecond. */
final class LogTables {

    private static final String GPU_PRICE = "USD per GPU-hour";

    static final Table<EventRow> EVENTS = Keys.unit(Table.of("events.csv", "event of a run"), EventRow::unit)
            .integer("event", "", "number of the event in the run, from 0", EventRow::event)
            .text("time", "when, ISO 8601", EventRow::time)
            .text("kind", "what happened", EventRow::kind)
            .integer(
                    "subject",
                    "",
                    "id of what it happened to; see the kinds of events in the source",
                    EventRow::subject)
            .text(
                    "name",
                    "name of the subject, where it is a tenant, a delivery, a site, a pool or a chip",
                    EventRow::name)
            .integer("payload", "", "what else the kind needs", EventRow::payload)
            .build();

    static final Table<LeaseRow> LEASES = Keys.unit(
                    Table.of("leases.csv", "lease of a run, in the order of their ends"), LeaseRow::unit)
            .integer("lease", "", "number of the lease in the run, from 0, in the order of signing", LeaseRow::lease)
            .text("tenant", "who leases", LeaseRow::tenant)
            .text("pool", "provider/site/chip", LeaseRow::pool)
            .integer("gpus", "GPUs", "how many", LeaseRow::gpus)
            .bool("committed", "whether for a term", LeaseRow::committed)
            .text("started_time", "when it began, ISO 8601", LeaseRow::started)
            .text("ended_time", "when it ended, or the log did, ISO 8601", LeaseRow::ended)
            .decimal("first_price_usd_per_gpu_hour", GPU_PRICE, "price at signing", LeaseRow::firstUsdPerGpuHour)
            .decimal("last_price_usd_per_gpu_hour", GPU_PRICE, "price at the end", LeaseRow::lastUsdPerGpuHour)
            .text(
                    "reason",
                    "completed, priced_out, budget_exhausted, revoked, running_at_end, renewed, exited, swapped;"
                            + " still_running if the log ended first",
                    LeaseRow::reason)
            .text(
                    "first_hour_ended_time",
                    "when the first of its hours was over, ISO 8601: less than an hour after the start of the run for leases found in force",
                    row -> row.money().firstHourEnded())
            .decimal(
                    "charged_usd",
                    "USD",
                    "charges for its hours up to now, each rounded to the micro-USD",
                    row -> row.money().chargedUsd())
            .decimal(
                    "prepaid_usd",
                    "USD",
                    "paid ahead at signing",
                    row -> row.money().usd(Posting.PREPAYMENT))
            .decimal(
                    "drawn_usd",
                    "USD",
                    "of the charges, paid out of that",
                    row -> row.money().usd(Posting.DRAWN))
            .decimal(
                    "refunded_usd",
                    "USD",
                    "paid ahead and paid back",
                    row -> row.money().usd(Posting.REFUND))
            .decimal(
                    "fees_usd",
                    "USD",
                    "owed by the tenant beyond the charges",
                    row -> row.money().usd(Posting.FEE))
            .decimal(
                    "credits_usd",
                    "USD",
                    "owed to the tenant",
                    row -> row.money().usd(Posting.CREDIT))
            .build();

    static final Table<LicenceRow> LICENCES = Keys.unit(
                    Table.of("licences.csv", "application for a licence, in the order of decisions, pending ones last"),
                    LicenceRow::unit)
            .integer("application", "", "number of the application in the run, from 0", LicenceRow::application)
            .text(
                    "applicant",
                    "delivery, anchor, request, or others for what was in the house at the start",
                    LicenceRow::applicant)
            .text("name", "name of the delivery or anchor tenant; empty for a request", LicenceRow::name)
            .text("review_class", "how it is reviewed", LicenceRow::reviewClass)
            .integer("attempt", "", "how many times it was filed before", LicenceRow::attempt)
            .text("filed_time", "when it was filed, ISO 8601", LicenceRow::filed)
            .text("decided_time", "when it was decided, ISO 8601; empty if it was not", LicenceRow::decided)
            .text(
                    "decision",
                    "approved, approved_with_conditions, refused, returned or withdrawn; empty if pending",
                    LicenceRow::decision)
            .text(
                    "licence",
                    "number of the licence in the run, from 0; empty if there is none",
                    row -> row.granted().number())
            .text(
                    "licence_state",
                    "active, suspended, expired or revoked at the end of the log; empty if there is no licence",
                    row -> row.granted().state())
            .text(
                    "quota_granted_tpp",
                    "what it allowed when it was granted; empty if it has no quota of its own or with others",
                    row -> row.granted().grantedTpp())
            .text(
                    "quota_drawn_tpp",
                    "what of it is drawn; of a quota shared with other licences the first granted is the first drawn",
                    row -> row.granted().drawnTpp())
            .text(
                    "quota_left_tpp",
                    "what may still be drawn under it",
                    row -> row.granted().leftTpp())
            .text(
                    "conditions",
                    "keys of its conditions, parted by spaces",
                    row -> row.granted().conditions())
            .text(
                    "expiry_time",
                    "when its time is over, ISO 8601; empty if it has no end",
                    row -> row.granted().expiry())
            .text(
                    "suspended_time",
                    "when it was last suspended, ISO 8601; empty if it was not",
                    row -> row.granted().suspended())
            .text(
                    "revoked_time",
                    "when it was revoked, ISO 8601; empty if it was not",
                    row -> row.granted().revoked())
            .build();

    static final Table<DeliveryRow> DELIVERIES = Keys.unit(
                    Table.of("deliveries.csv", "step of a delivery"), DeliveryRow::unit)
            .text("time", "when, ISO 8601", DeliveryRow::time)
            .text(
                    "delivery",
                    "key of the delivery, or pool@date of an order that its provider placed in the run",
                    DeliveryRow::delivery)
            .text("pool", "provider/site/chip", DeliveryRow::pool)
            .text(
                    "state",
                    "how far it has come: awaiting_licence, refused, ordered, shipped, awaiting_power, in_service",
                    DeliveryRow::state)
            .optionalInteger(
                    "application",
                    "",
                    "number of its last application for a licence, see licences.csv; empty if it has filed none",
                    DeliveryRow::application)
            .integer("part", "", "number of the tranche within the delivery, from 0", DeliveryRow::part)
            .integer("gpus", "GPUs", "GPUs of the tranche, without what a rule left behind", DeliveryRow::gpus)
            .build();

    private LogTables() {}

    record EventRow(UnitKey unit, long event, String time, String kind, int subject, String name, long payload) {}

    record LeaseRow(
            UnitKey unit,
            long lease,
            String tenant,
            String pool,
            int gpus,
            boolean committed,
            String started,
            String ended,
            double firstUsdPerGpuHour,
            double lastUsdPerGpuHour,
            String reason,
            LeaseMoney.Figures money) {}

    record LicenceRow(
            UnitKey unit,
            int application,
            String applicant,
            String name,
            String reviewClass,
            int attempt,
            String filed,
            String decided,
            String decision,
            Granted granted) {

        LicenceRow decided(String time, String word) {
            return new LicenceRow(unit, application, applicant, name, reviewClass, attempt, filed, time, word, granted);
        }

        LicenceRow granted(Granted licence) {
            return new LicenceRow(
                    unit, application, applicant, name, reviewClass, attempt, filed, decided, decision, licence);
        }
    }

    /** What is told of a licence, each empty where there is nothing to tell. */
    record Granted(
            String number,
            String state,
            String grantedTpp,
            String drawnTpp,
            String leftTpp,
            String conditions,
            String expiry,
            String suspended,
            String revoked) {

        static final Granted NOTHING = new Granted("", "", "", "", "", "", "", "", "");
    }

    record DeliveryRow(
            UnitKey unit,
            String time,
            String delivery,
            String pool,
            String state,
            @Nullable Long application,
            int part,
            int gpus) {}
}

package straits.experiments.story;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import straits.catalog.Catalog;
import straits.catalog.Timeline;
import straits.event.EventKind;
import straits.market.AnchorLicences;
import straits.market.ProcurementMeasures;
import straits.market.Reason;
import straits.market.lease.LeaseBook;
import straits.market.lease.LeaseEnd;
import straits.regulation.Denials;
import straits.regulation.DeskListener;
import straits.regulation.LicenceDesk;
import straits.simulation.Snapshot;
import straits.simulation.World;
import straits.units.Money;
import straits.units.SimTime;

/** The story of an anchor tenant: month by month its reviews, then its licences, then why it was refused. */
final class AnchorStory implements Teller {

    private final World world;
    private final Catalog catalog;
    private final Timeline timeline;
    private final StoryDates dates;
    private final int tenant;
    private final long[] reviews;
    private final long[] signed;
    private final List<Map<LeaseEnd, Long>> ended = new ArrayList<>();
    private final Reviews reviewed = new Reviews();
    private final Story story;
    private final Story licences = new Story("");
    private int period;

    AnchorStory(World world, int tenant) {
        this.world = world;
        this.tenant = tenant;
        catalog = world.catalog();
        timeline = catalog.timeline();
        dates = new StoryDates(catalog.scenario().start());
        reviews = new long[timeline.periods()];
        signed = new long[timeline.periods()];
        for (int each = 0; each < timeline.periods(); each++) {
            ended.add(new EnumMap<>(LeaseEnd.class));
        }
        story = new Story("Anchor tenant " + catalog.tenants().slug(tenant) + " (home " + catalog.home(tenant)
                + ") under regime " + world.regimeKey());
    }

    @Override
    public void event(long nowMicros, EventKind kind, int subject, long payload) {
        if (kind == EventKind.PERIOD_START && subject >= 0) {
            period = subject;
        } else if (kind == EventKind.PROCUREMENT_REVIEW && subject == tenant) {
            reviews[period]++;
        }
    }

    @Override
    public void leaseStarted(long nowMicros, LeaseBook leases, int lease) {
        if (leases.tenant(lease) == tenant) {
            signed[period]++;
        }
    }

    @Override
    public void leaseEnded(long nowMicros, LeaseBook leases, int lease, LeaseEnd reason) {
        if (leases.tenant(lease) == tenant && reason != LeaseEnd.RUNNING_AT_END) {
            ended.get(period).merge(reason, 1L, Long::sum);
        }
    }

    @Override
    public void filed(
            long nowMicros,
            int application,
            LicenceDesk.Applicant applicant,
            int subject,
            int reviewClass,
            int attempt) {
        if (applicant instanceof AnchorLicences anchor && anchor.tenant() == tenant) {
            String country = catalog.countries().slug(catalog.pools().country(subject));
            licences.line(
                    dates.minute(nowMicros),
                    reviewed.filed(application, attempt) + ", to lease more in " + country + ".");
        }
    }

    @Override
    public void decided(long nowMicros, int application, DeskListener.Decision decision) {
        if (reviewed.has(application)) {
            licences.line(dates.minute(nowMicros), reviewed.decided(application, decision));
        }
    }

    @Override
    public void ended(Snapshot run) {
        story.section("By month: means over the month, in H100e for its own workload");
        for (int each = 0; each < timeline.periods(); each++) {
            story.line(StoryDates.month(timeline.periodStart(each)), month(run, each));
        }
        if (!reviewed.isEmpty()) {
            story.section("Licences").append(licences);
        }
        new Refused(world, run)
                .addTo(story, denial -> denial.subject() == Denials.Subject.ANCHOR && denial.tenant() == tenant);
        new QuotaWords(run)
                .addTo(story, name -> name.holder().equals(catalog.tenants().slug(tenant)));
    }

    private String month(Snapshot run, int each) {
        ProcurementMeasures measures =
                run.procurements().get(tenant - catalog.classCount()).measures();
        double hours = hours(each);
        if (hours <= 0) {
            return "Warm-up: not measured.";
        }
        double unfilled = measures.unfilledHours(each) / hours;
        return Figures.count(reviews[each], "review") + ". Needed " + Figures.whole(measures.needHours(each) / hours)
                + ", held " + Figures.whole(heldH100eHours(run, each) / hours) + ", needed and affordable but not held "
                + Figures.whole(unfilled)
                + (Math.round(unfilled) > 0 ? " (chief reason: " + reason(measures, each) + ")" : "")
                + ". Charged: " + Figures.usd(Money.ofUsd(run.billing().spendUsd(each, tenant))) + ". "
                + Figures.count(signed[each], "lease") + " begun" + ends(each) + ".";
    }

    private String ends(int each) {
        StringBuilder words = new StringBuilder();
        ended.get(each)
                .forEach((reason, leases) -> words.append("; ")
                        .append(Figures.whole(leases))
                        .append(" ended: ")
                        .append(Ends.because(reason)));
        return words.toString();
    }

    private double hours(int each) {
        long from = Math.max(timeline.periodStartMicros(each), timeline.warmUpMicros());
        return SimTime.toHours(Math.max(0, timeline.periodEndMicros(each) - from));
    }

    private double heldH100eHours(Snapshot run, int each) {
        double sum = 0;
        for (int chip = 0; chip < catalog.chips().size(); chip++) {
            sum += run.metering().heldGpuHours(each, tenant, chip)
                    * catalog.h100ePerGpu(catalog.workload(tenant), chip);
        }
        return sum;
    }

    private static String reason(ProcurementMeasures measures, int each) {
        Reason most = Reason.NEED;
        for (Reason reason : Reason.values()) {
            if (measures.reasonHours(each, reason) > measures.reasonHours(each, most)) {
                most = reason;
            }
        }
        return Words.of(most);
    }

    @Override
    public Story story() {
        return story;
    }
}

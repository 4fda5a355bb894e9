package straits.experiments.story;

import java.util.ArrayList;
import java.util.List;
import straits.catalog.Timeline;
import straits.market.Outcome;
import straits.market.OutcomeBook;
import straits.regulation.Denials;
import straits.simulation.Snapshot;
import straits.simulation.World;
import straits.units.Money;

/** The story of a tenant class: month by month how its requests ended and what it paid, then why it was refused. */
final class ClassStory implements Teller {

    private final World world;
    private final int tenant;
    private final Story story;

    ClassStory(World world, int tenant) {
        this.world = world;
        this.tenant = tenant;
        String key = world.catalog().tenants().slug(tenant);
        story = new Story("Tenant class " + key + " (home " + world.catalog().home(tenant) + ") under regime "
                + world.regimeKey());
    }

    @Override
    public void ended(Snapshot run) {
        story.section("Requests by the month in which they ended");
        Timeline timeline = run.catalog().timeline();
        for (int period = 0; period < timeline.periods(); period++) {
            story.line(StoryDates.month(timeline.periodStart(period)), month(run, period));
        }
        new Refused(world, run)
                .addTo(story, denial -> denial.subject() == Denials.Subject.REQUEST && denial.tenant() == tenant);
    }

    private String month(Snapshot run, int period) {
        OutcomeBook book = run.outcomes();
        List<String> outcomes = new ArrayList<>();
        long all = 0;
        for (Outcome outcome : Outcome.values()) {
            long requests = book.requests(period, tenant, outcome);
            all += requests;
            if (requests > 0) {
                outcomes.add(Figures.whole(requests) + " " + Words.of(outcome));
            }
        }
        return Figures.count(all, "request")
                + (all == 0 ? "." : ": " + String.join(", ", outcomes) + ".")
                + " Charged: " + Figures.usd(Money.ofUsd(run.billing().spendUsd(period, tenant))) + ".";
    }

    @Override
    public Story story() {
        return story;
    }
}

package straits.experiments.story;

import java.util.ArrayList;
import java.util.List;
import straits.catalog.Catalog;
import straits.regulation.Denials.Denial;
import straits.regulation.DeskListener;
import straits.regulation.LicenceDesk;
import straits.regulation.Refusal;
import straits.scenario.Delivery;
import straits.simulation.Snapshot;
import straits.simulation.World;
import straits.supply.Deliveries;
import straits.supply.DeliveryBook;

/** The story of one delivery: order, licence, shipment, service, and what stayed behind. */
final class DeliveryStory implements Teller {

    private final StoryDates dates;
    private final int delivery;
    private final Delivery order;
    private final String country;
    private final Story story;
    private final RefusalBriefs briefs;
    private final Reviews reviews = new Reviews();
    private final List<Kept> kept = new ArrayList<>();

    private record Kept(long atMicros, Denial denial) {}

    DeliveryStory(World world, String key) {
        dates = new StoryDates(world.catalog().scenario().start());
        briefs = new RefusalBriefs(world);
        List<String> keys = List.copyOf(world.catalog().scenario().deliveries().keySet());
        delivery = keys.indexOf(key);
        story = new Story("Delivery " + key + " under regime " + world.regimeKey());
        order = List.copyOf(world.catalog().scenario().deliveries().values()).get(delivery);
        Catalog catalog = world.catalog();
        int site = catalog.sites().id(order.site());
        country = catalog.site(site).country();
        story.pause().line(order.ordered().toString(), planned());
    }

    /** The plan of the scenario; a rule announced may have brought the order forward. */
    private String planned() {
        return "Order planned: " + Figures.whole(order.gpus().value()) + " GPUs of chip " + order.chip() + " by "
                + order.provider() + " for " + order.site() + " ("
                + country + ")"
                + (order.licensed() ? ", with a hardware licence in hand." : ".");
    }

    @Override
    public void filed(
            long nowMicros,
            int application,
            LicenceDesk.Applicant applicant,
            int subject,
            int reviewClass,
            int attempt) {
        if (applicant instanceof Deliveries && subject == delivery) {
            story.line(dates.minute(nowMicros), reviews.filed(application, attempt) + " at the licence desk.");
        }
    }

    @Override
    public void decided(long nowMicros, int application, DeskListener.Decision decision) {
        if (reviews.has(application)) {
            story.line(dates.minute(nowMicros), reviews.decided(application, decision));
        }
    }

    @Override
    public void delivery(long nowMicros, DeliveryBook deliveries, int tranche) {
        if (deliveries.order(tranche) == delivery) {
            story.line(dates.minute(nowMicros), DeliveryStates.of(deliveries.state(tranche)));
        }
    }

    @Override
    public void shipmentRefused(long nowMicros, int which, Denial denial) {
        if (which == delivery) {
            kept.add(new Kept(nowMicros, denial));
            story.line(dates.minute(nowMicros), Figures.count(denial.gpus(), "GPU") + " stay behind for good.");
        }
    }

    @Override
    public void ended(Snapshot run) {
        for (Kept each : kept) {
            Refusal refusal = each.denial().refusal();
            story.pause()
                    .paragraph(
                            briefs.of(run, refusal, each.denial().quotaLeftTpp(), country, dates.day(each.atMicros())));
        }
    }

    @Override
    public Story story() {
        return story;
    }
}

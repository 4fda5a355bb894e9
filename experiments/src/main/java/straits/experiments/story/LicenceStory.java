package straits.experiments.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.experiments.api.BadInputException;
import straits.market.AnchorLicences;
import straits.market.Permits;
import straits.market.lease.LeaseBook;
import straits.market.tenant.Request;
import straits.regulation.Denials.Denial;
import straits.regulation.DeskListener;
import straits.regulation.LicenceDesk;
import straits.regulation.Licences;
import straits.simulation.Snapshot;
import straits.simulation.World;
import straits.supply.Deliveries;
import straits.supply.DeliveryBook;
import straits.supply.DeliveryState;

/**
 * The story of one application for a licence: filed, returned and filed again, decided, and what came of it. Of the others only
 * those still in the house are remembered, since one of them may turn out to be the beginning of the one that is told.
 */
final class LicenceStory implements Teller {

    private final World world;
    private final Catalog catalog;
    private final StoryDates dates;
    private final int number;
    private final Map<Case, File> open = new HashMap<>();
    private final Map<Integer, File> byApplication = new HashMap<>();
    private final List<Step> after = new ArrayList<>();
    private final Story quotas = new Story("");
    private int filings;
    private long signed;
    private @Nullable File told;

    private record Case(LicenceDesk.Applicant applicant, int subject) {}

    private record Step(long atMicros, String words) {}

    /** What is known of one application and its resubmissions. */
    private static final class File {

        private final Case of;
        private final String who;
        private final String reviewClass;
        private final long tenant;
        private final long ordinal;
        private final List<Step> steps = new ArrayList<>();
        private boolean approved;
        private final Reviews reviews = new Reviews();

        File(Case of, String who, String reviewClass, long tenant, long ordinal) {
            this.of = of;
            this.who = who;
            this.reviewClass = reviewClass;
            this.tenant = tenant;
            this.ordinal = ordinal;
        }
    }

    LicenceStory(World world, int number) {
        this.world = world;
        this.number = number;
        catalog = world.catalog();
        dates = new StoryDates(catalog.scenario().start());
    }

    @Override
    public void filed(
            long nowMicros,
            int application,
            LicenceDesk.Applicant applicant,
            int subject,
            int reviewClass,
            int attempt) {
        filings = Math.max(filings, application + 1);
        Case of = new Case(applicant, subject);
        File file = open.get(of);
        if (file == null || attempt == 0) {
            file = opened(
                    of,
                    List.copyOf(world.regime().desk().reviewClasses().keySet()).get(reviewClass));
            open.put(of, file);
        }
        file.steps.add(new Step(nowMicros, file.reviews.filed(application, attempt) + "."));
        byApplication.values().remove(file);
        byApplication.put(application, file);
        if (application == number) {
            told = file;
        }
    }

    private File opened(Case of, String reviewClass) {
        if (of.applicant() instanceof Deliveries deliveries) {
            String key = deliveries.book().name(of.subject());
            return new File(of, "delivery " + key, reviewClass, -1, -1);
        }
        if (of.applicant() instanceof AnchorLicences anchor) {
            String country = catalog.countries().slug(catalog.pools().country(of.subject()));
            String who = catalog.tenants().slug(anchor.tenant()) + ", to lease more in " + country;
            return new File(of, who, reviewClass, -1, -1);
        }
        if (of.applicant() instanceof Permits permits) {
            Request request = permits.applicant(of.subject());
            String who =
                    "request " + request.ordinal() + " of " + catalog.tenants().slug(request.tenant());
            return new File(of, who, reviewClass, request.tenant(), request.ordinal());
        }
        return new File(of, "somebody", reviewClass, -1, -1);
    }

    @Override
    public void decided(long nowMicros, int application, DeskListener.Decision decision) {
        File file = byApplication.get(application);
        if (file != null) {
            file.steps.add(new Step(nowMicros, file.reviews.decided(application, decision)));
            file.approved = decision.approved();
            if (decision != DeskListener.Decision.RETURNED) {
                byApplication.remove(application);
                open.remove(file.of, file);
            }
        }
    }

    @Override
    public void licenceChanged(long nowMicros, Licences licences, int licence) {
        boolean granted = nowMicros <= Math.max(0, licences.grantedMicros(licence)) + 1;
        if (told != null && told.reviews.has(licences.application(licence)) && !granted) {
            after.add(new Step(nowMicros, changed(licences.state(licence))));
        }
    }

    private static String changed(Licences.State state) {
        return switch (state) {
            case ACTIVE -> "The licence is good again.";
            case SUSPENDED -> "The licence is suspended.";
            case EXPIRED -> "The licence has run out.";
            case REVOKED -> "The licence is revoked.";
        };
    }

    @Override
    public void delivery(long nowMicros, DeliveryBook deliveries, int tranche) {
        DeliveryState state = deliveries.state(tranche);
        if (isOf(deliveries.order(tranche)) && state != DeliveryState.AWAITING_LICENCE) {
            after.add(new Step(nowMicros, DeliveryStates.of(state)));
        }
    }

    @Override
    public void shipmentRefused(long nowMicros, int delivery, Denial denial) {
        if (isOf(delivery)) {
            after.add(new Step(nowMicros, Figures.count(denial.gpus(), "GPU") + " stay behind for good."));
        }
    }

    private boolean isOf(int order) {
        return told != null
                && told.of.applicant() instanceof Deliveries deliveries
                && deliveries.book().order(told.of.subject()) == order;
    }

    @Override
    public void leaseStarted(long nowMicros, LeaseBook leases, int lease) {
        signed++;
    }

    @Override
    public void served(long nowMicros, Request request, int lease) {
        if (told != null && told.tenant == request.tenant() && told.ordinal == request.ordinal()) {
            after.add(new Step(nowMicros, "The request is served: lease " + (signed - 1) + "."));
        }
    }

    @Override
    public void ended(Snapshot run) {
        if (told != null && told.of.applicant() instanceof AnchorLicences anchor) {
            String tenant = catalog.tenants().slug(anchor.tenant());
            String country = catalog.countries().slug(catalog.pools().country(told.of.subject()));
            new QuotaWords(run)
                    .addTo(
                            quotas,
                            name -> name.holder().equals(tenant)
                                    && name.country().equals(country));
        }
    }

    @Override
    public Story story() {
        File file = told;
        if (file == null) {
            String which = filings == 0 ? "there is none in this run" : "this run has 0 to " + (filings - 1);
            throw new BadInputException("unknown application for a licence " + number + "; " + which);
        }
        Story story = new Story("Application " + number + " for a licence under regime " + world.regimeKey());
        story.pause().paragraph("For " + file.who + ", in review class \"" + file.reviewClass + "\"" + asked(file));
        story.pause();
        file.steps.forEach(step -> story.line(dates.minute(step.atMicros()), step.words()));
        if (open.containsValue(file)) {
            story.line("", "Not decided when the run ended.");
        }
        after.forEach(step -> story.line(dates.minute(step.atMicros()), step.words()));
        if (file.approved && after.isEmpty() && !(file.of.applicant() instanceof AnchorLicences)) {
            story.line("", "Nothing came of it in this run.");
        }
        return story.append(quotas);
    }

    private String asked(File file) {
        List<String> rules = new LawfulRoutes(world.regime()).asking(file.reviewClass);
        return rules.size() == 1 ? ", asked by " + new RuleWords(world.regime()).of(rules.get(0)) + "." : ".";
    }
}

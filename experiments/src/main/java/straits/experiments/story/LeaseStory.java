package straits.experiments.story;

import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.event.EventKind;
import straits.experiments.api.BadInputException;
import straits.market.lease.LeaseBook;
import straits.market.lease.LeaseEnd;
import straits.market.tenant.Request;
import straits.regulation.Gatekeeper;
import straits.regulation.LeaseDraw;
import straits.simulation.Snapshot;
import straits.simulation.World;
import straits.units.Money;
import straits.units.SimTime;

/** The story of one lease: who asked, what was signed, what was billed, why it ended. */
final class LeaseStory implements Teller {

    private static final int NOT_RUNNING = -1;

    private final World world;
    private final Catalog catalog;
    private final StoryDates dates;
    private final long number;
    private final Story story;
    private long signed;
    private int running = NOT_RUNNING;
    private @Nullable LeaseBook book;
    private long startedMicros;
    private long billedToMicros;
    private long chargedMicroUsd;
    private long lowestMicroUsd = Long.MAX_VALUE;
    private long highestMicroUsd;
    private int draw = Gatekeeper.NO_QUOTA;
    private String requested = "";

    LeaseStory(World world, long number) {
        this.world = world;
        this.number = number;
        catalog = world.catalog();
        dates = new StoryDates(catalog.scenario().start());
        story = new Story("Lease " + number + " under regime " + world.regimeKey());
    }

    @Override
    public void leaseStarted(long nowMicros, LeaseBook leases, int lease) {
        if (signed++ == number) {
            book = leases;
            running = lease;
            startedMicros = nowMicros;
            billedToMicros = nowMicros;
            draw = leases.draw(lease);
            story.pause().line(dates.minute(nowMicros), signing(leases, lease));
        }
    }

    private String signing(LeaseBook leases, int lease) {
        int pool = leases.pool(lease);
        String until = leases.endMicros(lease) < catalog.timeline().horizonMicros()
                ? " until " + dates.minute(leases.endMicros(lease))
                : " until the end of the run or beyond";
        return (startedMicros == 0 ? "Found in force on the first day: " : "Signed: ")
                + catalog.tenants().slug(leases.tenant(lease)) + " leases " + Figures.count(leases.gpus(lease), "GPU")
                + " of chip " + catalog.chips().slug(catalog.pools().chip(pool)) + " from "
                + catalog.providers().slug(catalog.pools().provider(pool)) + " at "
                + catalog.sites().slug(catalog.pools().site(pool)) + " ("
                + catalog.countries().slug(catalog.pools().country(pool)) + ")" + until + ", "
                + basis(leases, lease) + ", at " + Figures.price(leases.microUsdPerGpuHour(lease)) + ".";
    }

    private static String basis(LeaseBook leases, int lease) {
        if (leases.committed(lease)) {
            return "for a term";
        }
        return leases.floating(lease) ? "at a price that moves" : "at a locked price";
    }

    @Override
    public void served(long nowMicros, Request request, int lease) {
        // Every lease of a class is told here right after its start, so it is the last one signed.
        if (signed == number + 1 && requested.isEmpty() && startedMicros == nowMicros && book != null) {
            requested = catalog.tenants().slug(request.tenant()) + " asked for " + Figures.tenths(request.h100e())
                    + " H100e for " + Figures.lasting(request.durationMicros()) + " on "
                    + dates.minute(request.arrivedMicros()) + " as request " + request.ordinal()
                    + " of its class, and "
                    + (nowMicros == request.arrivedMicros()
                            ? "was served at once."
                            : "waited " + Figures.lasting(nowMicros - request.arrivedMicros()) + ".");
            story.line("", requested);
        }
    }

    @Override
    public void event(long nowMicros, EventKind kind, int subject, long payload) {
        if (subject == running && (kind == EventKind.GPU_HOUR || kind == EventKind.LEASE_END)) {
            bill(nowMicros);
        }
    }

    /** What the running hour costs at the price in force, as the books have it: hour by hour, rounded each. */
    private void bill(long nowMicros) {
        LeaseBook leases = book;
        if (leases != null && nowMicros > billedToMicros) {
            chargedMicroUsd += Money.charge(leases.hourChargeMicroUsd(running), nowMicros - billedToMicros);
            billedToMicros = nowMicros;
            lowestMicroUsd = Math.min(lowestMicroUsd, leases.microUsdPerGpuHour(running));
            highestMicroUsd = Math.max(highestMicroUsd, leases.microUsdPerGpuHour(running));
        }
    }

    @Override
    public void leaseEnded(long nowMicros, LeaseBook leases, int lease, LeaseEnd reason) {
        if (lease == running) {
            bill(nowMicros);
            story.line(dates.minute(nowMicros), "It ends: " + Ends.because(reason) + ". " + billed(leases.gpus(lease)));
            running = NOT_RUNNING;
        }
    }

    private String billed(int gpus) {
        if (billedToMicros == startedMicros) {
            return "Nothing was billed.";
        }
        String prices = lowestMicroUsd == highestMicroUsd
                ? "always at " + Figures.price(lowestMicroUsd)
                : "at " + Figures.price(lowestMicroUsd) + " to " + Figures.price(highestMicroUsd);
        double gpuHours = SimTime.toHours(billedToMicros - startedMicros) * gpus;
        return "Billed: " + Figures.tenths(gpuHours) + " GPU-hours, " + Figures.usd(chargedMicroUsd) + ", " + prices
                + ".";
    }

    @Override
    public void ended(Snapshot run) {
        for (LeaseDraw drawn : run.gatekeeper().drawn(draw)) {
            String rule = new RuleWords(world.regime()).of(run.gatekeeper().ruleKey(drawn.rule()));
            story.line(
                    "", "While it ran it drew " + Figures.whole(drawn.tpp()) + " TPP on a quota under " + rule + ".");
        }
    }

    /** All that was charged, in micro-USD. */
    long chargedMicroUsd() {
        return chargedMicroUsd;
    }

    @Override
    public Story story() {
        if (book == null) {
            String which = signed == 0 ? "there is none in this run" : "this run has 0 to " + (signed - 1);
            throw new BadInputException("unknown lease " + number + "; " + which);
        }
        return story;
    }
}

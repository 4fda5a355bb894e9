package straits.market.failure;

import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.engine.Scheduler;
import straits.event.EventKind;
import straits.random.KeyedDraws;
import straits.random.Randomness;
import straits.random.Sampler;
import straits.random.Samplers;
import straits.scenario.Failures.SiteLoss;
import straits.units.SimTime;

/** When shocks take a part of a site, how large it is and for how long: a Poisson process for each site. */
final class SiteLosses {

    private final Catalog catalog;
    private final Scheduler scheduler;
    private final KeyedDraws draws;
    private final double ratePerHour;
    private final double share;
    private final @Nullable Sampler hours;
    private final long[] ordinal;

    SiteLosses(Catalog catalog, Scheduler scheduler, Randomness randomness, @Nullable SiteLoss law) {
        this.catalog = catalog;
        this.scheduler = scheduler;
        draws = randomness.keyed("site-loss");
        ratePerHour = law == null ? 0 : law.rate().value();
        share = law == null ? 0 : law.share().value();
        hours = law == null ? null : Samplers.of(law.duration());
        ordinal = new long[catalog.sites().size()];
    }

    void start() {
        for (int site = 0; site < ordinal.length && ratePerHour > 0; site++) {
            schedule(site);
        }
    }

    private long key(int site) {
        return Randomness.key(catalog.sites().slug(site));
    }

    private void schedule(int site) {
        double u = draws.uniform(key(site), ordinal[site], Purpose.WHEN);
        long micros = SimTime.durationOfDrawnHours(-StrictMath.log1p(-u) / ratePerHour);
        long at = scheduler.nowMicros() + micros;
        if (at < catalog.timeline().horizonMicros()) {
            scheduler.schedule(at, EventKind.CAPACITY_LOSS, site, Outages.SITE);
        }
    }

    /** A shock strikes now; says which of the site it is, from 0, and schedules the next. */
    long strike(int site) {
        long which = ordinal[site]++;
        schedule(site);
        return which;
    }

    /** How long what it takes is gone. */
    long durationMicros(int site, long which) {
        return hours == null ? 0 : SimTime.ofDrawnHours(hours.at(draws.uniform(key(site), which, Purpose.HOW_LONG)));
    }

    /** Where in the row of a pool its part begins, as a share of the row. */
    double where(long poolKey, long which) {
        return draws.uniform(poolKey, which, Purpose.WHERE);
    }

    /** How many of a pool's GPUs it takes. */
    int gpus(int up) {
        return (int) Math.round(share * up);
    }
}

package straits.supply;

import java.time.LocalDate;
import java.util.List;
import straits.catalog.Catalog;
import straits.engine.Scheduler;
import straits.event.EventKind;
import straits.scenario.Site;

/** IT power of each site: what GPUs draw at their rating, against the limit in force. */
final class SitePower {

    /** Slack for sums of kW in doubles: a milliwatt. */
    private static final double SLACK_KW = 1e-6;

    private final Catalog catalog;
    private final double[] usedKw;
    private final double[] limitKw;
    private final double[] allowedKw;

    SitePower(Catalog catalog) {
        this.catalog = catalog;
        usedKw = new double[catalog.sites().size()];
        limitKw = new double[usedKw.length];
        allowedKw = new double[usedKw.length];
    }

    /** Sets the limits of the first day and schedules the steps to come. */
    void start(Scheduler scheduler) {
        for (int site = 0; site < limitKw.length; site++) {
            List<LocalDate> steps = catalog.site(site).powerSteps();
            for (int step = 0; step < steps.size(); step++) {
                long at = catalog.timeline().micros(steps.get(step));
                if (at <= 0) {
                    step(site, step);
                } else if (at < catalog.timeline().horizonMicros()) {
                    scheduler.schedule(at, EventKind.POWER_STEP, site, step);
                }
            }
        }
    }

    void step(int site, int step) {
        Site of = catalog.site(site);
        limitKw[site] = 1000 * of.usableItMw(of.powerSteps().get(step));
        allowedKw[site] = Math.max(limitKw[site], usedKw[site]);
    }

    boolean fits(int pool, int gpus) {
        int site = catalog.pools().site(pool);
        return usedKw[site] + gpus * kwPerGpu(pool) <= limitKw[site] + SLACK_KW;
    }

    void draw(int pool, int gpus) {
        usedKw[catalog.pools().site(pool)] += gpus * kwPerGpu(pool);
    }

    /** Whether every site is within its limit; a limit that steps down leaves what is installed. */
    boolean withinLimits() {
        for (int site = 0; site < usedKw.length; site++) {
            if (usedKw[site] > allowedKw[site] + SLACK_KW) {
                return false;
            }
        }
        return true;
    }

    private double kwPerGpu(int pool) {
        return catalog.chip(catalog.pools().chip(pool)).itPower().value();
    }
}

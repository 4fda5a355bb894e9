package straits.market.tenant;

import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.random.Randomness;
import straits.random.Sampler;
import straits.random.Samplers;
import straits.random.Stream;
import straits.scenario.TenantClass;
import straits.scenario.Workload;
import straits.units.SimTime;

/** The demand of one tenant class: its arrivals and what each request draws, every purpose from a stream of its own. */
public final class ClassDemand {

    /** No pool has more, so that a request for more waits in vain, whatever its exact size. */
    private static final int MOST_GPUS = 1_000_000_000;

    /** 4.2 / 1.4 is 3 and a rounding error: what exceeds a whole number by less than this share of it is that number. */
    private static final double ROUNDING = 1e-12;

    private final Catalog catalog;
    private final int tenant;
    private final TenantClass spec;
    private final Arrivals arrivals;
    private final Stream sizes;
    private final Stream durations;
    private final Stream willingnesses;
    private final Stream patiences;
    private final Sampler size;
    private final Sampler duration;
    private final Sampler willingness;
    private final Sampler patience;
    private final @Nullable Sampler bid;
    private final Stream bids;
    private long ordinal;

    /** The demand of a class. */
    public ClassDemand(Catalog catalog, int tenant, Randomness randomness) {
        this.catalog = catalog;
        this.tenant = tenant;
        spec = catalog.tenantClass(tenant);
        String slug = catalog.tenants().slug(tenant);
        arrivals = new Arrivals(spec.arrivals(), randomness.stream(slug, "arrival"));
        sizes = randomness.stream(slug, "size");
        durations = randomness.stream(slug, "duration");
        willingnesses = randomness.stream(slug, "willingness");
        patiences = randomness.stream(slug, "patience");
        size = Samplers.of(spec.size());
        duration = Samplers.of(spec.duration());
        willingness = Samplers.of(spec.willingness());
        patience = Samplers.of(spec.patience());
        bid = spec.spot() == null ? null : Samplers.of(spec.spot().bid());
        bids = randomness.stream(slug, "bid");
    }

    /** Time of the next arrival; {@link Long#MAX_VALUE} if there is none before the end of the run. */
    public long nextArrivalMicros(long nowMicros) {
        return arrivals.nextMicros(nowMicros, catalog.timeline().horizonMicros());
    }

    /** Draws the whole request that arrives now. */
    public void draw(Request request, long nowMicros) {
        request.set(
                tenant,
                ordinal++,
                size.draw(sizes),
                termMicros(duration.draw(durations)),
                limitUsd(),
                patience.uniform(patiences),
                nowMicros);
    }

    /** The length of a lease of so many hours as drawn; a reserved contract has a shortest and a longest term. */
    public long termMicros(double drawnHours) {
        return SimTime.durationOfDrawnHours(spec.leaseHours(drawnHours));
    }

    /** Most it pays: what it is willing to, of which it bids only a share for a spot lease. */
    private double limitUsd() {
        double usd = willingness.draw(willingnesses);
        return bid == null ? usd : usd * bid.draw(bids);
    }

    /** How long a request waits from its arrival. Drawn with the rest, but worked out only for the few that have to wait. */
    public long patienceMicros(Request request) {
        return SimTime.ofDrawnHours(patience.at(request.patienceUniform()));
    }

    /** GPUs of a chip that make up an amount: rounded up, to whole nodes. */
    public int gpus(double h100e, int chip) {
        double exact = h100e / catalog.h100ePerGpu(workload(), chip);
        int gpus = (int) Math.min(MOST_GPUS, Math.ceil(exact * (1 - ROUNDING)));
        int node = spec.nodeGpus();
        return node == 1 ? gpus : (gpus + node - 1) / node * node;
    }

    /** What the class uses GPUs for. */
    public Workload workload() {
        return spec.workload();
    }

    /** What the scenario says of the class. */
    public TenantClass spec() {
        return spec;
    }
}

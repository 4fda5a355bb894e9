package straits.market.tenant;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.random.Randomness;
import straits.random.Sampler;
import straits.random.Samplers;
import straits.random.Stream;
import straits.scenario.Elasticity;
import straits.scenario.Population;
import straits.scenario.TenantClass;
import straits.scenario.Trace;
import straits.scenario.TraceRows;
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
    private final @Nullable Arrivals arrivals;
    private final @Nullable ClosedPopulation population;
    private final Stream elasticities;
    private final @Nullable Trace trace;
    private final @Nullable TraceReplay replay;

    /** By list of chips in the trace: the bits of those chips. */
    private final long[] chipBits;

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
        TenantClass.Arrivals open = spec.arrivals();
        LocalDate start = catalog.scenario().start();
        Stream times = randomness.stream(slug, "arrival");
        arrivals = open == null ? null : new Arrivals(open, greatestFactor(spec), start, times);
        Population closed = spec.population();
        population = closed == null ? null : new ClosedPopulation(tenant, slug, spec, closed, randomness);
        elasticities = randomness.stream(slug, "elasticity");
        trace = spec.trace();
        replay = trace == null ? null : new TraceReplay(trace, slug, randomness);
        chipBits = trace == null ? new long[0] : chipBits(trace.rows());
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
        long end = catalog.timeline().horizonMicros();
        if (replay != null) {
            return replay.advance(end);
        }
        return arrivals == null ? Long.MAX_VALUE : arrivals.nextMicros(nowMicros, end);
    }

    private long[] chipBits(TraceRows rows) {
        return rows.chipLists().stream()
                .mapToLong(list -> list.isEmpty()
                        ? -1
                        : list.stream()
                                .mapToLong(chip -> 1L << catalog.chips().id(chip))
                                .reduce(0, (all, bit) -> all | bit))
                .toArray();
    }

    /** The closed set of tenants that asks; null if requests come from outside. */
    public @Nullable ClosedPopulation population() {
        return population;
    }

    /** Whether requests come by a Poisson process, whose mean {@link DemandLaw} knows. */
    public boolean poisson() {
        return arrivals != null;
    }

    /** How much more often requests are drawn than the stated rate says, so that some can stay away. */
    static double greatestFactor(TenantClass spec) {
        Elasticity elasticity = spec.elasticity();
        return elasticity == null ? 1 : elasticity.greatestFactor().value();
    }

    /** Whether arrivals answer to price; then {@link #comes} is to be asked of each. */
    public boolean elastic() {
        return spec.elasticity() != null;
    }

    /**
     * Whether a request drawn at the greatest rate comes at all, by one draw of a stream of its own.
     *
     * @param usd least price on demand per H100-equivalent and hour; NaN if there is none, which changes no rate
     */
    public boolean comes(double usd) {
        Elasticity elasticity = spec.elasticity();
        double u = elasticities.next();
        if (elasticity == null) {
            return true;
        }
        double greatest = elasticity.greatestFactor().value();
        double ratio = Double.isNaN(usd) ? 1 : usd / elasticity.reference().value();
        double factor = StrictMath.pow(ratio, -elasticity.exponent().value());
        return u * greatest < Math.min(greatest, factor);
    }

    /** Draws the whole request that arrives now, or reads it from the trace. */
    public void draw(Request request, long nowMicros) {
        if (trace != null && replay != null) {
            read(trace, replay.row(), request, nowMicros);
            return;
        }
        request.set(
                tenant,
                ordinal++,
                size.draw(sizes),
                termMicros(duration.draw(durations)),
                bidUsd(willingness.draw(willingnesses)),
                patience.uniform(patiences),
                nowMicros);
    }

    /** The length of a lease of so many hours as drawn; a reserved contract has a shortest and a longest term. */
    public long termMicros(double drawnHours) {
        return SimTime.durationOfDrawnHours(spec.leaseHours(drawnHours));
    }

    /** Most it pays: what it is willing to, of which it bids only a share for a spot lease. */
    private double bidUsd(double willingUsd) {
        return bid == null ? willingUsd : willingUsd * bid.draw(bids);
    }

    /** What a row leaves out is drawn. */
    private void read(Trace from, int row, Request request, long nowMicros) {
        TraceRows rows = from.rows();
        double h100ePerGpu = from.h100ePerGpu().value();
        double limitUsd = rows.limitUsd(row);
        request.set(
                tenant,
                ordinal++,
                rows.gpus(row) * h100ePerGpu,
                termMicros(rows.hours(row)),
                bidUsd(Double.isNaN(limitUsd) ? willingness.draw(willingnesses) : limitUsd / h100ePerGpu),
                patience.uniform(patiences),
                nowMicros);
        request.onlyOn(chipBits[rows.chips(row)]);
    }

    /** How long a request waits from its arrival. Drawn with the rest, but worked out only for the few that have to wait. */
    public long patienceMicros(Request request) {
        return SimTime.ofDrawnHours(patience.at(request.patienceUniform()));
    }

    /** GPUs of a chip that make up an amount: rounded up, to whole nodes. */
    public int gpus(double h100e, int chip) {
        double exact = h100e / catalog.h100ePerGpu(workload(), chip);
        // The least there is over the greatest there is may round to nothing.
        int gpus = (int) Math.max(1, Math.min(MOST_GPUS, Math.ceil(exact * (1 - ROUNDING))));
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

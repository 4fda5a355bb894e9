package straits.market;

import straits.catalog.Catalog;
import straits.market.inventory.Inventory;
import straits.market.lease.Metering;
import straits.market.lease.PriceTerms;
import straits.market.pricing.PriceBook;
import straits.market.tenant.ClassDemand;
import straits.random.Randomness;
import straits.random.Sampler;
import straits.random.Samplers;
import straits.random.Stream;
import straits.regulation.Gatekeeper;
import straits.scenario.AnchorTenant;
import straits.scenario.TenantClass;
import straits.scenario.TenantClass.Contract;
import straits.scenario.Workload;
import straits.units.Money;
import straits.units.SimTime;

/**
 * Leases found in force at the start: those the anchors are said to hold, and those of the classes, drawn until a class
 * holds its opening amount. A lease found in force has a length-biased duration, of which a uniform part is left (Cox,
 * Renewal Theory, 1962, chapter 5); it lies in a pool with probability proportional to what is free there times the
 * share of tenants who would pay its price.
 */
public final class OpeningLeases {

    /** Far more than any market has; sizes out of scale would be laid for ever. */
    private static final int MOST_LEASES = 5_000_000;

    private final Catalog catalog;
    private final Inventory inventory;
    private final PriceBook prices;
    private final Metering metering;
    private final Randomness randomness;
    private final Reservations reservations;

    /** A layer of opening leases. */
    public OpeningLeases(
            Catalog catalog,
            Inventory inventory,
            PriceBook prices,
            Metering metering,
            Randomness randomness,
            Reservations reservations) {
        this.catalog = catalog;
        this.inventory = inventory;
        this.prices = prices;
        this.metering = metering;
        this.randomness = randomness;
        this.reservations = reservations;
    }

    /** Lays the leases of the anchors. */
    public void layAnchors() {
        for (int tenant = catalog.classCount(); tenant < catalog.tenants().size(); tenant++) {
            for (AnchorTenant.OpeningLease lease : catalog.anchor(tenant).opening()) {
                layAnchor(tenant, lease);
            }
        }
    }

    private void layAnchor(int tenant, AnchorTenant.OpeningLease opening) {
        int pool = catalog.pools()
                .id(
                        catalog.providers().id(opening.provider()),
                        catalog.sites().id(opening.site()),
                        catalog.chips().id(opening.chip()));
        int gpus = (int) Math.round(opening.gpus().value());
        long microUsd = Money.ofUsd(opening.price().value());
        int lease = metering.open(tenant, pool, gpus, Gatekeeper.NO_QUOTA);
        long remaining = SimTime.durationOfHours(opening.remaining().value());
        metering.start(lease, microUsd, Long.MAX_VALUE, PriceTerms.COMMITTED, remaining, SimTime.MICROS_PER_HOUR);
    }

    /** Lays the leases of a class. */
    public void layClass(int tenant, ClassDemand who) {
        double target = who.spec().opening().value();
        if (target > 0) {
            new Laying(tenant, who).until(target);
        }
    }

    /** One class being laid. */
    private final class Laying {

        private final int tenant;
        private final ClassDemand who;
        private final TenantClass spec;
        private final Stream stream;
        private final Sampler size;
        private final Sampler duration;
        private final Sampler willingness;
        private final boolean[] compatible;
        private final double[] weight;
        private final double[] onDemandShare;
        private long laid;

        Laying(int tenant, ClassDemand who) {
            this.tenant = tenant;
            this.who = who;
            spec = who.spec();
            stream = randomness.stream(catalog.tenants().slug(tenant), "opening");
            size = Samplers.of(spec.size());
            duration = Samplers.lengthBiased(spec.duration());
            willingness = Samplers.of(spec.willingness());
            compatible = catalog.compatiblePools(tenant);
            weight = new double[compatible.length];
            onDemandShare = new double[compatible.length];
            for (int pool = 0; pool < compatible.length; pool++) {
                onDemandShare[pool] = share(pool, prices.onDemandMicroUsd(pool));
            }
        }

        void until(double targetH100e) {
            double held = 0;
            for (int count = 0; held < targetH100e; count++) {
                if (count == MOST_LEASES) {
                    throw new IllegalArgumentException(
                            "tenant class " + catalog.tenants().slug(tenant) + ": its opening of " + targetH100e
                                    + " H100e takes more than " + MOST_LEASES + " leases of the sizes it draws");
                }
                double h100e = Math.min(size.draw(stream), targetH100e - held);
                double total = duration.draw(stream);
                lay(h100e, who.termMicros(total), stream.next(), stream.next());
                held += h100e;
            }
        }

        private void lay(double h100e, long totalMicros, double where, double left) {
            int pool = choose(h100e, totalMicros, where);
            double phase = stream.next();
            double keenness = stream.next();
            if (pool < 0) {
                return;
            }
            int gpus = gpus(h100e, pool);
            long microUsd = quote(pool, totalMicros, gpus);
            long remaining = Math.max(1, Math.round(totalMicros * left));
            long firstHour = Math.max(1, Math.round(SimTime.MICROS_PER_HOUR * phase));
            int lease = metering.open(tenant, pool, gpus, Gatekeeper.NO_QUOTA);
            reservations.bindOpening(lease, tenant, totalMicros, laid++);
            PriceTerms terms = Placement.terms(who);
            metering.start(lease, microUsd, limit(pool, microUsd, keenness), terms, remaining, firstHour);
        }

        private int gpus(double h100e, int pool) {
            return who.gpus(h100e, catalog.pools().chip(pool));
        }

        private long quote(int pool, long totalMicros, int gpus) {
            return spec.contract() == Contract.ON_DEMAND
                    ? prices.onDemandMicroUsd(pool)
                    : prices.termMicroUsd(pool, totalMicros, gpus);
        }

        private int choose(double h100e, long totalMicros, double where) {
            double sum = 0;
            for (int pool = 0; pool < weight.length; pool++) {
                weight[pool] = weight(pool, h100e, totalMicros);
                sum += weight[pool];
            }
            double mark = where * sum;
            int last = -1;
            for (int pool = 0; pool < weight.length && (last < 0 || mark >= 0); pool++) {
                if (weight[pool] > 0) {
                    mark -= weight[pool];
                    last = pool;
                }
            }
            return last;
        }

        private double weight(int pool, double h100e, long totalMicros) {
            int gpus = gpus(h100e, pool);
            if (!compatible[pool] || gpus > inventory.free(pool)) {
                return 0;
            }
            boolean onDemand = spec.contract() == Contract.ON_DEMAND;
            double share = onDemand ? onDemandShare[pool] : share(pool, quote(pool, totalMicros, gpus));
            return inventory.free(pool) * share;
        }

        /** Share of the class that would pay a price; just below it, so that an atom at the price counts. */
        private double share(int pool, long microUsd) {
            return 1 - willingness.cdf(Math.nextDown(prices.unitUsd(pool, microUsd, workload())));
        }

        private long limit(int pool, long microUsd, double keenness) {
            double paidUsd = prices.unitUsd(pool, microUsd, workload());
            double limitUsd = Samplers.conditionalAtLeast(willingness, paidUsd, keenness);
            double h100e = catalog.h100ePerGpu(workload(), catalog.pools().chip(pool));
            return Math.max(microUsd, Money.ofDrawnUsd(limitUsd * h100e));
        }

        private Workload workload() {
            return who.workload();
        }
    }
}

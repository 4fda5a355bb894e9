package straits.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.engine.Scheduler;
import straits.event.EventKind;
import straits.market.inventory.Inventory;
import straits.market.lease.LeaseBook;
import straits.market.lease.LeaseContract;
import straits.market.lease.Metering;
import straits.market.lease.PriceTerms;
import straits.regulation.Gatekeeper;
import straits.scenario.AnchorTenant;
import straits.scenario.BlockContract;
import straits.units.Money;
import straits.units.SimTime;

/**
 * The blocks of one anchor tenant under a contract: a first lease at signing and one for whatever comes of each later stage, all to the
 * same end. A provider looks once a day for the GPUs of a stage that is due; those it has not free by then it owes a credit for.
 */
final class Blocks {

    private static final int STAGE_BITS = 8;

    private final Catalog catalog;
    private final Scheduler scheduler;
    private final Inventory inventory;
    private final Gatekeeper gatekeeper;
    private final Metering metering;
    private final LeaseBook leases;
    private final int tenant;
    private final BlockContract spec;
    private final long maxMicroUsd;
    private final long horizonMicros;
    private final List<Block> signed = new ArrayList<>();

    /** A block and what of its stages is still to come. */
    private static final class Block {

        private final int lease;
        private final LeaseContract contract;
        private final int pool;
        private final long microUsd;
        private final long signedMicros;
        private final long endMicros;
        private final int[] missing;
        private final int[] late;
        private final long[] lookedMicros;

        Block(int lease, LeaseContract contract, LeaseBook leases, int[] missing) {
            this.lease = lease;
            this.contract = contract;
            this.missing = missing;
            pool = leases.pool(lease);
            microUsd = leases.microUsdPerGpuHour(lease);
            signedMicros = leases.signedMicros(lease);
            endMicros = leases.endMicros(lease);
            late = new int[missing.length];
            lookedMicros = new long[missing.length];
        }

        /** The first lease stands for the block: once it has ended, nothing more comes. */
        boolean inForce(LeaseBook leases) {
            return leases.active(lease) && leases.contract(lease) == contract;
        }
    }

    Blocks(MarketParts parts, int tenant, BlockContract spec) {
        catalog = parts.catalog();
        scheduler = parts.scheduler();
        inventory = parts.inventory();
        gatekeeper = parts.gatekeeper();
        metering = parts.metering();
        leases = metering.leases();
        this.tenant = tenant;
        this.spec = spec;
        AnchorTenant anchor = catalog.anchor(tenant);
        maxMicroUsd = Money.ofUsd(anchor.maxPrice().value());
        horizonMicros = catalog.timeline().horizonMicros();
    }

    /** The blocks of a tenant; none if it signs them without a contract. */
    static @Nullable Blocks of(MarketParts parts, int tenant) {
        BlockContract spec = parts.catalog().anchor(tenant).block();
        return spec == null ? null : new Blocks(parts, tenant, spec);
    }

    /** What must be paid at signing for each GPU of an offer, in USD. */
    double prepaidUsdPerGpu(BlockOffers.Offer offer) {
        return spec.prepaid().value() * Money.toUsd(offer.microUsd()) * SimTime.toHours(offer.termMicros());
    }

    /** Signs a block: its first stage begins, and the others are promised. */
    void sign(BlockOffers.Offer offer, int gpus) {
        int[] later = spec.ramp().stream()
                .mapToInt(stage -> (int) (stage.share().value() * gpus))
                .toArray();
        int first = gpus - Arrays.stream(later).sum();
        LeaseContract contract = contract(offer.termMicros());
        int draw = gatekeeper.anchors().draw(tenant, offer.pool(), first, offer.termMicros());
        int lease = begin(offer.pool(), first, draw, offer.microUsd(), offer.termMicros(), contract);
        if (leases.active(lease) && leases.contract(lease) == contract) {
            Block block = new Block(lease, contract, leases, later);
            signed.add(block);
            for (int stage = 0; stage < later.length; stage++) {
                look(signed.size() - 1, stage, dueMicros(block, stage));
            }
        }
    }

    private LeaseContract contract(long termMicros) {
        LeaseContract.Terms terms = new LeaseContract.Terms(
                spec.prepaid().value(),
                1,
                1,
                spec.termination().fee().value(),
                spec.termination().refund().value());
        return new LeaseContract(terms, LeaseContract.Party.staying(termMicros), 1, 0);
    }

    private int begin(int pool, int gpus, int draw, long microUsd, long micros, LeaseContract contract) {
        int lease = metering.open(tenant, pool, gpus, draw);
        metering.owe(lease, gatekeeper.owedShares(tenant, pool));
        metering.bind(lease, contract);
        metering.start(lease, microUsd, limit(pool), PriceTerms.COMMITTED, micros, SimTime.MICROS_PER_HOUR);
        return lease;
    }

    private long limit(int pool) {
        return Math.round(maxMicroUsd * h100ePerGpu(pool));
    }

    private double h100ePerGpu(int pool) {
        return catalog.h100ePerGpu(catalog.workload(tenant), catalog.pools().chip(pool));
    }

    private long dueMicros(Block block, int stage) {
        return block.signedMicros
                + SimTime.durationOfHours(spec.ramp().get(stage).after().value());
    }

    private void look(int block, int stage, long atMicros) {
        if (atMicros >= signed.get(block).endMicros) {
            signed.get(block).missing[stage] = 0;
        } else if (atMicros < horizonMicros) {
            scheduler.schedule(atMicros, EventKind.BLOCK_STAGE, tenant, (long) block << STAGE_BITS | stage);
        }
    }

    /** Handles a day on which the provider looks for what is due. */
    void onStage(long payload) {
        int number = (int) (payload >> STAGE_BITS);
        int stage = (int) (payload & ((1 << STAGE_BITS) - 1));
        Block block = signed.get(number);
        if (!block.inForce(leases)) {
            block.missing[stage] = 0;
            return;
        }
        long now = scheduler.nowMicros();
        creditLate(block, stage, now);
        block.late[stage] = Math.max(0, block.missing[stage] - inventory.available(block.pool));
        deliver(block, stage, now);
        block.lookedMicros[stage] = now;
        if (now - dueMicros(block, stage) >= SimTime.ofHours(spec.lapse().value())) {
            block.missing[stage] = 0;
        }
        if (block.missing[stage] > 0) {
            look(number, stage, now + SimTime.MICROS_PER_DAY);
        }
    }

    private void creditLate(Block block, int stage, long now) {
        if (block.late[stage] > 0) {
            long charge = Money.charge(block.microUsd * block.late[stage], now - block.lookedMicros[stage]);
            metering.credit(block.lease, Math.round(spec.lateFee().value() * charge));
        }
    }

    private void deliver(Block block, int stage, long now) {
        long left = block.endMicros - now;
        int lawful = gatekeeper.anchors().lawfulGpus(tenant, block.pool, left);
        int gpus = Math.min(lawful, Math.min(block.missing[stage], inventory.available(block.pool)));
        if (gpus > 0) {
            int draw = gatekeeper.anchors().draw(tenant, block.pool, gpus, left);
            begin(block.pool, gpus, draw, block.microUsd, left, contract(left));
            block.missing[stage] -= gpus;
        }
    }

    /** H100-equivalents that are promised and have not come. */
    double promisedH100e() {
        double sum = 0;
        for (Block block : signed) {
            if (block.inForce(leases)) {
                sum += Arrays.stream(block.missing).sum() * h100ePerGpu(block.pool);
            }
        }
        return sum;
    }

    /** Sets money aside for what is promised. */
    void commit(SpendingRoom room) {
        for (Block block : signed) {
            int missing = Arrays.stream(block.missing).sum();
            if (missing > 0 && block.inForce(leases)) {
                room.commit(Money.toUsd(block.microUsd) * missing, block.endMicros - scheduler.nowMicros());
            }
        }
    }

    /**
     * Reviews the blocks in force: moves them to newer chips where that is agreed, and counts what of them is used from their next hours on.
     *
     * @param needH100e what the tenant needs
     * @param heldH100e what it holds
     */
    void review(double needH100e, double heldH100e) {
        double used = heldH100e > needH100e ? needH100e / heldH100e : 1;
        double unusedFee = spec.unusedFee().value();
        for (int lease = 0; lease < leases.highWater(); lease++) {
            LeaseContract contract = leases.contract(lease);
            if (contract != null && leases.active(lease) && leases.tenant(lease) == tenant) {
                if (unusedFee < 1) {
                    contract.use(used, (1 - used) * unusedFee);
                }
                swap(lease);
            }
        }
    }

    private void swap(int lease) {
        BlockContract.Swap terms = spec.swap();
        long left = leases.endMicros(lease) - scheduler.nowMicros();
        if (terms == null || left < SimTime.MICROS_PER_HOUR || awaited(lease)) {
            return;
        }
        int pool = newest(lease, left, 1 + terms.premium().value());
        if (pool >= 0) {
            int gpus = gpus(lease, pool);
            long microUsd = microUsd(lease, pool, 1 + terms.premium().value());
            int draw = gatekeeper.anchors().draw(tenant, pool, gpus, left);
            int next = metering.open(tenant, pool, gpus, draw);
            metering.owe(next, gatekeeper.owedShares(tenant, pool));
            metering.bind(next, contract(left));
            metering.swap(lease, next, microUsd, limit(pool), left);
        }
    }

    private boolean awaited(int lease) {
        return signed.stream()
                .anyMatch(block -> block.lease == lease
                        && block.inForce(leases)
                        && Arrays.stream(block.missing).sum() > 0);
    }

    /** The pool of the provider with the best chip that has room for all of a lease, lawfully and within the most the tenant pays. */
    private int newest(int lease, long left, double factor) {
        int best = -1;
        double bestH100e = h100ePerGpu(leases.pool(lease));
        boolean[] compatible = catalog.compatiblePools(tenant);
        for (int pool = 0; pool < compatible.length; pool++) {
            boolean same = catalog.pools().provider(pool) == catalog.pools().provider(leases.pool(lease));
            if (same && compatible[pool] && h100ePerGpu(pool) > bestH100e && room(lease, pool, left, factor)) {
                best = pool;
                bestH100e = h100ePerGpu(pool);
            }
        }
        return best;
    }

    private boolean room(int lease, int pool, long left, double factor) {
        int gpus = gpus(lease, pool);
        return gpus <= inventory.available(pool)
                && microUsd(lease, pool, factor) <= limit(pool)
                && gpus <= gatekeeper.anchors().lawfulGpus(tenant, pool, left);
    }

    /** As many GPUs as perform alike, rounded up. */
    private int gpus(int lease, int pool) {
        return (int) Math.ceil(leases.gpus(lease) * h100ePerGpu(leases.pool(lease)) / h100ePerGpu(pool));
    }

    private long microUsd(int lease, int pool, double factor) {
        double perH100e = leases.microUsdPerGpuHour(lease) / h100ePerGpu(leases.pool(lease));
        return Math.round(perH100e * h100ePerGpu(pool) * factor);
    }
}

package straits.regulation;

import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.scenario.AtLease;
import straits.scenario.AtLease.KycScreening;
import straits.scenario.AtLease.Mode;
import straits.scenario.AtLease.RemoteAccess;
import straits.scenario.AtLease.TrainingCompute;
import straits.scenario.Quantity;
import straits.scenario.Rule;
import straits.scenario.Workload;
import straits.units.Money;
import straits.units.SimTime;

/**
 * The rules at the lease as numbers: whom each covers, and what it leaves alone. A lease passes a rule on remote access that
 * covers it if its TPP stays within the free amount, or its planned training compute within the threshold.
 *
 * <p>Planned compute = GPUs x H100e of the chip in training x planned hours x operations of an H100e in an hour. It is kept in
 * whole thousandths of an H100e-hour, so that what an anchor holds adds up exactly.
 */
final class LeaseRules {

    /** An amount that no lease stays within. */
    static final long NOTHING = -1;

    private static final double THOUSANDTHS = 1000;

    private final Catalog catalog;
    private final RuleBook book;
    private final long[] freeTpp;
    private final long[] freeWork;
    private final long[] bit;
    private final long[] tppPerGpu;

    LeaseRules(Catalog catalog, RuleBook book) {
        this.catalog = catalog;
        this.book = book;
        freeTpp = new long[book.size()];
        freeWork = new long[book.size()];
        bit = new long[book.size()];
        int place = 0;
        for (int rule = 0; rule < freeTpp.length; rule++) {
            if (book.rule(rule) instanceof AtLease) {
                bit[rule] = 1L << place++;
            }
            freeTpp[rule] = NOTHING;
            freeWork[rule] = NOTHING;
            if (book.rule(rule) instanceof RemoteAccess access) {
                freeTpp[rule] = amount(access.freePerTenantAndCountry());
                freeWork[rule] = work(access.trainingOperations());
            }
        }
        tppPerGpu = new long[catalog.pools().size()];
        for (int pool = 0; pool < tppPerGpu.length; pool++) {
            tppPerGpu[pool] = catalog.tppPerGpu(catalog.pools().chip(pool));
        }
    }

    private static long amount(@Nullable Quantity free) {
        return free == null ? NOTHING : Math.round(free.value());
    }

    private static long work(@Nullable TrainingCompute training) {
        return training == null
                ? NOTHING
                : (long) (training.threshold().value() / training.perH100eHour().value() * THOUSANDTHS);
    }

    /** Whether a rule at the lease, in force, covers a tenant's leases in a pool. */
    boolean covers(int rule, int tenant, int pool) {
        return book.rule(rule) instanceof AtLease
                && book.binds(rule, pool)
                && book.coversTenant(rule, tenant)
                && (freeWork[rule] == NOTHING || catalog.workload(tenant) == Workload.TRAINING);
    }

    /** Rules at the lease are few: each is a bit of a word that says which of them have let a request pass. */
    long bit(int rule) {
        return bit[rule];
    }

    /** The bits of the rules that grant licences. */
    long licences() {
        long bits = 0;
        for (int rule = 0; rule < bit.length; rule++) {
            bits |= licensable(rule) ? bit[rule] : 0;
        }
        return bits;
    }

    RemoteAccess remoteAccess(int rule) {
        return (RemoteAccess) book.rule(rule);
    }

    /** Whether a rule asks for a screening. */
    boolean screens(int rule) {
        return book.rule(rule) instanceof KycScreening;
    }

    /** What a screening under a rule costs, in micro-USD. */
    long costMicroUsd(int rule) {
        return Money.ofUsd(((KycScreening) book.rule(rule)).cost().value());
    }

    /** Whether a rule ends leases signed before it. */
    boolean windsDown(int rule) {
        return windDown(rule) != null;
    }

    /** When leases end that were signed before a rule which winds down. */
    long windDownMicros(int rule) {
        Quantity windDown = windDown(rule);
        return windDown == null
                ? Long.MAX_VALUE
                : catalog.timeline().micros(book.rule(rule).dates().obeyedFrom()) + SimTime.ofHours(windDown.value());
    }

    private @Nullable Quantity windDown(int rule) {
        return book.rule(rule) instanceof RemoteAccess access ? access.windDown() : null;
    }

    /** Whether a lease was signed before a rule and not passed over; those found in force at the start were, before any date. */
    boolean woundDown(int rule, long signedMicros) {
        long signed = signedMicros == 0 ? Long.MIN_VALUE : signedMicros;
        Rule.Dates dates = book.rule(rule).dates();
        long from = switch (dates.grandfathers()) {
            case NOTHING -> Long.MIN_VALUE;
            case ORDERED_BEFORE_ANNOUNCED -> catalog.timeline().micros(dates.knownFrom());
            case ORDERED_BEFORE_EFFECTIVE -> catalog.timeline().micros(dates.effective());
        };
        return signed >= from && signed < catalog.timeline().micros(dates.obeyedFrom());
    }

    /** Whether a licence can be had under a rule. */
    boolean licensable(int rule) {
        return book.rule(rule) instanceof RemoteAccess access && access.mode() == Mode.LICENCE;
    }

    /** Whether a rule grants amounts at all. */
    boolean grants(int rule) {
        return book.rule(rule) instanceof RemoteAccess access && access.mode() != Mode.PROHIBITION;
    }

    /** What a rule says about a lease it does not let pass, whose tenant has passed it or failed it by its screening. */
    Verdict verdict(int rule, long failed) {
        if (screens(rule)) {
            return (failed & bit[rule]) == 0 ? Verdict.SCREENABLE : Verdict.SCREENED_OUT;
        }
        return licensable(rule) ? Verdict.LICENSABLE : Verdict.REFUSED;
    }

    /** What about a rule refuses where no licence can be had, or none is left. */
    Clause clause(int rule) {
        if (screens(rule)) {
            return Clause.SCREENED_OUT;
        }
        if (licensable(rule)) {
            return Clause.QUOTA_EXHAUSTED;
        }
        if (freeWork[rule] != NOTHING) {
            return Clause.COMPUTE_THRESHOLD;
        }
        return grants(rule) ? Clause.CAP_EXHAUSTED : Clause.PROHIBITED;
    }

    /** Whether a rule leaves a lease of this size and length alone. */
    boolean leavesAlone(int rule, int pool, int gpus, long micros) {
        return tpp(pool, gpus) <= freeTpp[rule]
                || (freeWork[rule] != NOTHING && work(pool, gpus, micros) <= freeWork[rule]);
    }

    /** TPP that a rule leaves alone; {@link #NOTHING} if not even none. */
    long freeTpp(int rule) {
        return freeTpp[rule];
    }

    /** Training that a rule leaves alone, in thousandths of an H100e-hour; {@link #NOTHING} if compute does not matter. */
    long freeWork(int rule) {
        return freeWork[rule];
    }

    long tpp(int pool, int gpus) {
        return tppPerGpu[pool] * gpus;
    }

    /** Training planned on GPUs of a pool, in thousandths of an H100e-hour. */
    long work(int pool, int gpus, long micros) {
        return Math.round(gpus * workPerGpu(pool, micros));
    }

    /** Training planned on one GPU of a pool, in thousandths of an H100e-hour. */
    double workPerGpu(int pool, long micros) {
        double h100e = catalog.h100ePerGpu(Workload.TRAINING, catalog.pools().chip(pool));
        return h100e * SimTime.toHours(micros) * THOUSANDTHS;
    }
}

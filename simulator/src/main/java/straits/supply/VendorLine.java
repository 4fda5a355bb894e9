package straits.supply;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import straits.scenario.Vendor;

/** One chip at its vendor: what is in stock, who waits, and where what was made has gone. */
final class VendorLine {

    private final Vendor vendor;
    private final Vendor.Line line;
    private final AllocationRule rule;
    private final List<Tranche> waiting = new ArrayList<>();
    private long restOfWorldWaits;
    private long stock;
    private long made;
    private long shippedHere;
    private long shippedElsewhere;

    VendorLine(Vendor vendor, Vendor.Line line) {
        this.vendor = vendor;
        this.line = line;
        rule = vendor.allocation() == Vendor.Allocation.PRIORITY ? new ByPriority() : new ProRata();
        restOfWorldWaits = Math.round(line.restOfWorldBacklog().value());
    }

    List<Tranche> waiting() {
        return List.copyOf(waiting);
    }

    /** Serves a tranche from stock; what it does not get waits for the next month. */
    int take(Tranche tranche) {
        int taken = (int) Math.min(stock, tranche.gpus());
        give(tranche, taken);
        stock -= taken;
        return taken;
    }

    private void give(Tranche tranche, long gpus) {
        shippedHere += gpus;
        if (gpus < tranche.gpus()) {
            waiting.add(tranche);
        }
    }

    void giveBack(int gpus) {
        stock += gpus;
        shippedHere -= gpus;
    }

    /** Shares a month's supply and the stock among these tranches and the rest of the world; returns what each tranche gets. */
    long[] allocate(LocalDate month, List<Tranche> asking) {
        waiting.clear();
        make(month);
        long[] granted = rule.share(stock, claims(asking), ranks(asking));
        long[] here = new long[asking.size()];
        for (int each = 0; each < here.length; each++) {
            here[each] = granted[each];
            stock -= here[each];
            give(asking.get(each), here[each]);
        }
        ship(granted[here.length]);
        return here;
    }

    private void make(LocalDate month) {
        long supplied = line.suppliedGpus(month);
        made += supplied;
        stock += supplied;
        restOfWorldWaits += line.restOfWorldGpus(month);
    }

    private void ship(long elsewhere) {
        stock -= elsewhere;
        restOfWorldWaits -= elsewhere;
        shippedElsewhere += elsewhere;
    }

    /** The rest of the world stands last: where remainders are equal, a GPU goes to a named order. */
    private long[] claims(List<Tranche> asking) {
        long[] claims = new long[asking.size() + 1];
        for (int each = 0; each < asking.size(); each++) {
            claims[each] = asking.get(each).gpus();
        }
        claims[asking.size()] = restOfWorldWaits;
        return claims;
    }

    private int[] ranks(List<Tranche> asking) {
        int[] ranks = new int[asking.size() + 1];
        for (int each = 0; each < asking.size(); each++) {
            ranks[each] = vendor.rank(asking.get(each).order().terms().provider());
        }
        ranks[asking.size()] = vendor.restOfWorldRank();
        return ranks;
    }

    boolean conserved() {
        return made == shippedHere + shippedElsewhere + stock && stock >= 0 && restOfWorldWaits >= 0;
    }

    long stock() {
        return stock;
    }

    long made() {
        return made;
    }

    long shippedHere() {
        return shippedHere;
    }

    long shippedElsewhere() {
        return shippedElsewhere;
    }

    long restOfWorldWaits() {
        return restOfWorldWaits;
    }
}

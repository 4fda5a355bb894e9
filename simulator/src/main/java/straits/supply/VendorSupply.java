package straits.supply;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.engine.Scheduler;
import straits.event.EventKind;

/** What vendors make and who gets it, chip by chip; a chip without a vendor is never short. */
final class VendorSupply {

    private final Catalog catalog;
    private final List<@Nullable VendorLine> lines;

    VendorSupply(Catalog catalog) {
        this.catalog = catalog;
        lines = new ArrayList<@Nullable VendorLine>(
                Collections.nCopies(catalog.chips().size(), null));
        catalog.scenario()
                .vendors()
                .values()
                .forEach(vendor -> vendor.chips()
                        .forEach((chip, line) -> lines.set(catalog.chips().id(chip), new VendorLine(vendor, line))));
    }

    /** Schedules the first days of all months. */
    void start(Scheduler scheduler) {
        for (int month = 0; month < catalog.timeline().periods(); month++) {
            for (int chip = 0; chip < lines.size(); chip++) {
                if (lines.get(chip) != null) {
                    scheduler.schedule(
                            catalog.timeline().periodStartMicros(month), EventKind.VENDOR_ALLOCATION, chip, month);
                }
            }
        }
    }

    /** GPUs of a tranche that leave at once; the others wait. */
    int take(Tranche tranche) {
        VendorLine line = line(tranche);
        return line == null ? tranche.gpus() : line.take(tranche);
    }

    /** Takes back what the law has stopped. */
    void giveBack(Tranche tranche, int gpus) {
        VendorLine line = line(tranche);
        if (line != null) {
            line.giveBack(gpus);
        }
    }

    private @Nullable VendorLine line(Tranche tranche) {
        return lines.get(catalog.pools().chip(tranche.pool()));
    }

    List<Tranche> waiting(int chip) {
        return existing(chip).waiting();
    }

    long[] allocate(int chip, int month, List<Tranche> asking) {
        return existing(chip).allocate(catalog.timeline().periodStart(month), asking);
    }

    VendorLine existing(int chip) {
        return Objects.requireNonNull(lines.get(chip), "no vendor");
    }

    boolean conserved() {
        return lines.stream().allMatch(line -> line == null || line.conserved());
    }
}

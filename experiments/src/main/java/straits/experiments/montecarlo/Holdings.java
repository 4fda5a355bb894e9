package straits.experiments.montecarlo;

import java.util.function.IntToDoubleFunction;
import straits.catalog.Catalog;
import straits.scenario.Workload;
import straits.simulation.Snapshot;

/** What tenants held and were billed for, summed over chips; H100-equivalents by training performance. */
final class Holdings {

    private final Snapshot run;
    private final Catalog catalog;

    Holdings(Snapshot run) {
        this.run = run;
        catalog = run.catalog();
    }

    double heldGpuHours(int period, int tenant) {
        return overChips(chip -> run.metering().heldGpuHours(period, tenant, chip));
    }

    double heldH100eHours(int period, int tenant) {
        return overChips(chip -> h100e(chip) * run.metering().heldGpuHours(period, tenant, chip));
    }

    double billedGpuHours(int period, int tenant, boolean committed) {
        return overChips(chip -> run.billing().billedGpuHours(period, tenant, chip, committed));
    }

    double billedH100eHours(int period, int tenant, boolean committed) {
        return overChips(chip -> h100e(chip) * run.billing().billedGpuHours(period, tenant, chip, committed));
    }

    /** By performance for the tenant's own workload. */
    double suppliedH100eHours(int period, int tenant, boolean committed) {
        Workload workload = catalog.workload(tenant);
        return overChips(chip ->
                catalog.h100ePerGpu(workload, chip) * run.billing().billedGpuHours(period, tenant, chip, committed));
    }

    private double overChips(IntToDoubleFunction hours) {
        double sum = 0;
        for (int chip = 0; chip < catalog.chips().size(); chip++) {
            sum += hours.applyAsDouble(chip);
        }
        return sum;
    }

    private double h100e(int chip) {
        return catalog.h100ePerGpu(Workload.TRAINING, chip);
    }
}

package straits.market.lease;

import straits.catalog.Catalog;
import straits.measurement.LevelIntegrals;

/** GPUs that tenants hold in leases, by chip, with integrals by period. */
final class TenantHoldings {

    private final int chips;
    private final int[] chipOfPool;
    private final LevelIntegrals gpus;

    TenantHoldings(Catalog catalog) {
        chips = catalog.chips().size();
        gpus = new LevelIntegrals(
                catalog.tenants().size() * chips, catalog.timeline().periods());
        chipOfPool = new int[catalog.pools().size()];
        for (int pool = 0; pool < chipOfPool.length; pool++) {
            chipOfPool[pool] = catalog.pools().chip(pool);
        }
    }

    /** GPUs that come, or go if negative. */
    void add(int tenant, int pool, int delta, long nowMicros) {
        gpus.add(tenant * chips + chipOfPool[pool], delta, nowMicros);
    }

    int held(int tenant, int chip) {
        return gpus.level(tenant * chips + chip);
    }

    double gpuHours(int period, int tenant, int chip) {
        return gpus.unitHours(period, tenant * chips + chip);
    }

    void enterPeriod(int period, long nowMicros) {
        gpus.enterPeriod(period, nowMicros);
    }

    void restart(long nowMicros) {
        gpus.restart(nowMicros);
    }

    void close(long nowMicros) {
        gpus.close(nowMicros);
    }
}

package straits.regulation;

import straits.measurement.LevelIntegrals;

/** For how long shipments to each pool needed a hardware licence that no exemption lifted. */
public final class LicenceCover {

    private final LevelIntegrals hours;
    private final int pools;

    LicenceCover(int pools, int periods) {
        this.pools = pools;
        hours = new LevelIntegrals(pools, periods);
    }

    /** Takes the rules in force into account, as they stand from now on. */
    void refresh(ShipmentDoor shipments, long nowMicros) {
        for (int pool = 0; pool < pools; pool++) {
            hours.set(pool, licensed(shipments, new Consignment(pool, 1, nowMicros)) ? 1 : 0, nowMicros);
        }
    }

    private static boolean licensed(ShipmentDoor shipments, Consignment shipment) {
        return shipments.licenceRule(shipment, rule -> false) >= 0;
    }

    /** Time now counts for the given period. */
    public void enterPeriod(int period, long nowMicros) {
        hours.enterPeriod(period, nowMicros);
    }

    /** Forgets everything before now but what is in force. */
    public void restart(long nowMicros) {
        hours.restart(nowMicros);
    }

    /** Brings the hours up to now. */
    public void close(long nowMicros) {
        hours.close(nowMicros);
    }

    /** Hours of a period in which shipments to a pool needed a licence. */
    public double hours(int period, int pool) {
        return hours.unitHours(period, pool);
    }
}

package straits.supply;

/** GPUs of a pool that went into service together and are still there. */
final class Cohort {

    private final int pool;
    private int rentable;
    private int captive;

    Cohort(int pool, int rentable, int captive) {
        this.pool = pool;
        this.rentable = rentable;
        this.captive = captive;
    }

    int pool() {
        return pool;
    }

    int rentable() {
        return rentable;
    }

    int captive() {
        return captive;
    }

    int gpus() {
        return rentable + captive;
    }

    /** Takes some out, the captive in proportion. */
    Cohort take(int gpus) {
        int takenCaptive = gpus() == 0 ? 0 : (int) Math.round((double) gpus * captive / gpus());
        Cohort taken = new Cohort(pool, gpus - takenCaptive, takenCaptive);
        rentable -= taken.rentable;
        captive -= taken.captive;
        return taken;
    }
}

package straits.market;

/** How far candidates of a request came: the furthest stage names the outcome of a request that is not placed. */
enum Stage {
    /** No pool has a chip and a country the tenant accepts. */
    INCOMPATIBLE,
    /** Compatible, but the tenant did not pass the screening. */
    SCREENED_OUT,
    /** Compatible and screened, but a rule refuses it and grants no licence. */
    DENIED,
    /** Compatible, screened and lawful, or licensable, but above what the tenant would pay. */
    TOO_EXPENSIVE,
    /** Priced within willingness, but not enough is free. */
    NO_CAPACITY
}

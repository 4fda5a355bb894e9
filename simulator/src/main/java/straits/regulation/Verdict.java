package straits.regulation;

/** What the door says about a lease. */
public enum Verdict {
    /** Nothing stands in the way. */
    LAWFUL,
    /** Lawful once a licence is granted. */
    LICENSABLE,
    /** A rule refuses it, and no licence is to be had. */
    REFUSED
}

package straits.regulation;

/** What the door says about a lease, the stricter the later. */
public enum Verdict {
    /** Nothing stands in the way. */
    LAWFUL,
    /** Lawful once a licence is granted. */
    LICENSABLE,
    /** Lawful, or licensable, once who wants it is screened. */
    SCREENABLE,
    /** A rule refuses it, and no licence is to be had. */
    REFUSED,
    /** Who wants it did not pass the screening. */
    SCREENED_OUT
}

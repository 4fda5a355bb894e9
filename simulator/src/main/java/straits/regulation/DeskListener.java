package straits.regulation;

/** Told of what happens at the licence desk. It must change nothing. */
public interface DeskListener {

    /** What became of a review. */
    enum Decision {
        /** The licence is granted. */
        APPROVED,
        /** The licence is granted, with conditions. */
        APPROVED_WITH_CONDITIONS,
        /** The licence is refused, or was returned and is not filed again. */
        REFUSED,
        /** Returned without action: it is filed again, as a new application, or refused. */
        RETURNED,
        /** The applicant gave up before the decision. */
        WITHDRAWN;

        /** Whether a licence is granted. */
        public boolean approved() {
            return this == APPROVED || this == APPROVED_WITH_CONDITIONS;
        }
    }

    /** Nobody listens. */
    DeskListener NONE = new DeskListener() {};

    /**
     * An application was taken into the house.
     *
     * @param nowMicros the time
     * @param application its number, from 0
     * @param applicant who applies
     * @param subject the applicant's own id for it
     * @param reviewClass id of the review class
     * @param attempt how many times it was filed before
     */
    default void filed(
            long nowMicros,
            int application,
            LicenceDesk.Applicant applicant,
            int subject,
            int reviewClass,
            int attempt) {}

    /**
     * A review came to its end.
     *
     * @param nowMicros the time
     * @param application number of the application
     * @param decision what it gave
     */
    default void decided(long nowMicros, int application, Decision decision) {}

    /**
     * A licence was granted, suspended, found good again, revoked, or has run out.
     *
     * @param nowMicros the time
     * @param licences where to read it
     * @param licence its number
     */
    default void licenceChanged(long nowMicros, Licences licences, int licence) {}
}

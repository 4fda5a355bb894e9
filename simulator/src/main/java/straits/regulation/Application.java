package straits.regulation;

import java.util.Comparator;
import straits.random.KeyedDraws;

/** A file in the house. What is returned and filed again is another file under the same key. */
final class Application {

    /** The higher priority first, then who came first. */
    static final Comparator<Application> ORDER =
            Comparator.<Application>comparingInt(each -> -each.priority).thenComparingInt(each -> each.id);

    private static final long NEVER = Long.MAX_VALUE;
    private static final long DRAWS_PER_ATTEMPT = 4;

    private final int id;
    private final Filing filing;
    private final int priority;
    private final int attempt;
    private final long filedMicros;
    private final long elapsedMicros;
    private final int waitId;
    private long owing;
    private long before;
    private boolean closed;
    private long answeredMicros = Long.MIN_VALUE;
    private long givenUpMicros = NEVER;
    private long givingUp;

    /**
     * A file that comes into the house.
     *
     * @param elapsedMicros how long before it had been filed already
     * @param waitId number of its wait for the final decision
     */
    Application(int id, Filing filing, int priority, int attempt, long filedMicros, long elapsedMicros, int waitId) {
        this.id = id;
        this.filing = filing;
        this.priority = priority;
        this.attempt = attempt;
        this.filedMicros = filedMicros;
        this.elapsedMicros = elapsedMicros;
        this.waitId = waitId;
    }

    /** The same, filed again. */
    Application again(int newId, long nowMicros) {
        long elapsed = Math.max(0, nowMicros - answeredMicros);
        return new Application(newId, filing, priority, attempt + 1, nowMicros, elapsed, waitId);
    }

    int id() {
        return id;
    }

    Filing filing() {
        return filing;
    }

    int reviewClass() {
        return filing.reviewClass();
    }

    int attempt() {
        return attempt;
    }

    long filedMicros() {
        return filedMicros;
    }

    long elapsedMicros() {
        return elapsedMicros;
    }

    /** When it was filed first, which may be before the start. */
    long firstMicros() {
        return filedMicros - elapsedMicros;
    }

    int waitId() {
        return waitId;
    }

    double uniform(KeyedDraws draws, int purpose) {
        return draws.uniform(filing.key(), filing.ordinal(), attempt * DRAWS_PER_ATTEMPT + purpose);
    }

    /** Notes that an office is asked: the decision waits for its answer. */
    void asked(int office) {
        owing |= 1L << office;
    }

    /** Notes that an office was done with it before the start, so that none of its reviewers is needed. */
    void workedBefore(int office) {
        before |= 1L << office;
    }

    boolean wasWorkedBefore(int office) {
        return (before & 1L << office) != 0;
    }

    /** Notes when an office answers. */
    void answers(long atMicros) {
        answeredMicros = Math.max(answeredMicros, atMicros);
    }

    /** Notes an answer; whether it was the last. */
    boolean answered(int office) {
        owing &= ~(1L << office);
        return owing == 0;
    }

    /** Whether an office has still to answer. */
    boolean owes(int office) {
        return (owing & 1L << office) != 0;
    }

    /** When the last answer came that is known; may lie before the start. */
    long answeredMicros() {
        return answeredMicros;
    }

    void givesUp(long atMicros, long event) {
        givenUpMicros = atMicros;
        givingUp = event;
    }

    /** When the applicant gives up, unless it is decided before. */
    long givenUpMicros() {
        return givenUpMicros;
    }

    /** The event of it; 0 for none. */
    long givingUp() {
        return givingUp;
    }

    void close() {
        closed = true;
    }

    boolean closed() {
        return closed;
    }
}

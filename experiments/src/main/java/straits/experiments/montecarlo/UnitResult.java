package straits.experiments.montecarlo;

import java.util.List;
import straits.scenario.Question;
import straits.simulation.Expected;
import straits.simulation.Snapshot;

/**
 * All that tables, summaries and the screen need of one run, so that the run itself can be forgotten.
 *
 * @param key which run
 * @param status {@link #OK} or {@link #FAILED}
 * @param stopReason why it ended: {@code horizon}, or what failed, in one line
 * @param answers its answers; all missing if it failed
 * @param fill what the tenant of the question had got, by date and price; empty if nothing is asked
 * @param rows its rows; none if it failed
 * @param fingerprints hashes of its course; none if it failed
 * @param lastEvents the last events before it failed, a line each; empty if it did not, or was not checked as it went
 */
public record UnitResult(
        UnitKey key,
        String status,
        String stopReason,
        Answers answers,
        List<FillSample> fill,
        UnitRows rows,
        Fingerprints fingerprints,
        List<String> lastEvents) {

    /** Status of a run that came to its end. */
    public static final String OK = "ok";

    /** Status of a run that did not. */
    public static final String FAILED = "failed";

    /** Stop reason of a run that came to its end. */
    public static final String HORIZON = "horizon";

    /** Copies the lists, so that the record stays immutable. */
    public UnitResult {
        fill = FillSamples.of(fill);
        lastEvents = List.copyOf(lastEvents);
    }

    /** A result of whose course nothing is told. */
    public UnitResult(
            UnitKey key, String status, String stopReason, Answers answers, List<FillSample> fill, UnitRows rows) {
        this(key, status, stopReason, answers, fill, rows, Fingerprints.NONE, List.of());
    }

    /** The result of a finished run. */
    public static UnitResult of(UnitKey key, Snapshot snapshot) {
        return of(key, snapshot, Expected.of(snapshot.catalog()));
    }

    /** The result of a finished run whose scenario has these expectations. */
    static UnitResult of(UnitKey key, Snapshot snapshot, Expected expected) {
        List<Month> months = Month.of(key, snapshot.catalog().timeline());
        Answers answers = new RegulationAnswers(snapshot, months)
                .addTo(new MarketAnswers(snapshot, months).addTo(Answers.MISSING));
        answers = FailureRows.addTo(answers, snapshot, months);
        answers = new SpotAnswers(snapshot, months).addTo(answers);
        answers = answers.with(Answer.EVENTS, (double) snapshot.events())
                .with(Answer.GPU_HOUR_EVENTS, (double) snapshot.gpuHourEvents())
                .with(
                        Answer.DRAWN_DEMAND_H100E_HOURS,
                        offMean(snapshot.drawnDemandH100eHours(), expected.demandH100eHours()))
                .with(
                        Answer.DRAWN_SUPPLY_H100E_HOURS,
                        offMean(snapshot.drawnSupplyH100eHours(), expected.supplyH100eHours()));
        List<FillSample> fill = List.of();
        Question question = snapshot.catalog().scenario().question();
        if (question != null) {
            AnchorAnswers anchor = new AnchorAnswers(snapshot, question, months);
            answers = anchor.addTo(answers);
            fill = anchor.fill();
        }
        Fingerprints course = new Fingerprints(snapshot.eventsFingerprint(), snapshot.booksFingerprint(), 0);
        return new UnitResult(key, OK, HORIZON, answers, fill, UnitRows.of(key, snapshot, months), course, List.of());
    }

    /** Missing where there is no mean to be off. */
    private static double offMean(double drawn, double expected) {
        return Double.isFinite(expected) ? drawn - expected : Double.NaN;
    }

    /** The result of a run that failed. */
    public static UnitResult failed(UnitKey key, String reason) {
        return failed(key, reason, List.of());
    }

    /** The result of a run that failed after these events. */
    static UnitResult failed(UnitKey key, String reason, List<String> lastEvents) {
        return new UnitResult(
                key, FAILED, oneLine(reason), Answers.MISSING, List.of(), UnitRows.NONE, Fingerprints.NONE, lastEvents);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** Whether the run came to its end. */
    public boolean ok() {
        return status.equals(OK);
    }

    /** The same without rows: what to keep once they are written. */
    public UnitResult withoutRows() {
        return new UnitResult(key, status, stopReason, answers, fill, UnitRows.NONE, fingerprints, lastEvents);
    }

    /** The same, with whatever is equal in both held once: two doubles per answer and one per fill sample are its own. */
    public UnitResult sharing(UnitResult other) {
        FillSamples shared = FillSamples.of(fill).sharing(FillSamples.of(other.fill));
        return new UnitResult(key, status, stopReason, answers, shared, rows, fingerprints, lastEvents);
    }

    /** The same with a hash of its answers and rows. */
    public UnitResult withResultsFingerprint(long hash) {
        return new UnitResult(key, status, stopReason, answers, fill, rows, fingerprints.withResults(hash), lastEvents);
    }
}

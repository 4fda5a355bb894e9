package straits.experiments.verification;

import straits.experiments.output.Table;

/**
 * A line of the scorecard: an output of a case, what theory says, what was found and what came of it.
 *
 * @param caseId the case, as in S05
 * @param title what the case is
 * @param output what of it
 * @param exact what theory says
 * @param estimate what was found; NaN if the case could not be run
 * @param low lower end of the 99.9 % interval; NaN where nothing is random
 * @param high upper end
 * @param toleranceFraction half width that the interval may have, over the exact value; NaN where the rule asks for none
 * @param powerReached half width that it has, over the exact value; NaN where nothing is random
 * @param finding what came of it
 * @param source who says what is exact
 * @param version version of the program
 * @param rule letter of the rule
 * @param replications replications that decided
 * @param seed master seed of these
 * @param note what failed; empty if all went well
 */
public record Score(
        String caseId,
        String title,
        String output,
        double exact,
        double estimate,
        double low,
        double high,
        double toleranceFraction,
        double powerReached,
        Finding finding,
        String source,
        String version,
        String rule,
        int replications,
        String seed,
        String note) {

    /** The declaration of {@code verification.csv}. */
    public static final Table<Score> TABLE = Table.<Score>of("verification.csv", "case x output")
            .text("case", "validation case", Score::caseId)
            .text("output", "what of it is held to theory, with its unit", Score::output)
            .decimal("exact", "", "what theory says, in the unit of the output", Score::exact)
            .decimal("estimate", "", "what the program gives", Score::estimate)
            .decimal("low", "", "lower end of the 99.9 % interval; empty where nothing is random", Score::low)
            .decimal("high", "", "upper end of the 99.9 % interval", Score::high)
            .decimal(
                    "tolerance_fraction",
                    "fraction",
                    "half width that the interval may have, over the exact value: the rule's demand of power; empty where it has none",
                    Score::toleranceFraction)
            .decimal(
                    "power_reached",
                    "fraction",
                    "half width that the interval has, over the exact value: an error of twice that is missed with probability below 0.001",
                    Score::powerReached)
            .text(
                    "verdict",
                    "PASS; FAIL: not what theory says; TOO FEW: replications too few to see an error",
                    score -> score.finding().word())
            .text("source", "who says what is exact", Score::source)
            .text("version", "version of the program", Score::version)
            .text("rule", "rule by which it is judged: M, V, D, D0, abs or upper", Score::rule)
            .integer("replications", "1", "replications that decided", Score::replications)
            .text("seed", "their master seed", Score::seed)
            .text("title", "what the case is", Score::title)
            .text("note", "why the case could not be run, or that it was repeated; else empty", Score::note)
            .build();

    /** Whether this is a pass. */
    public boolean passed() {
        return finding == Finding.PASS;
    }

    /** The same with another finding. */
    Score found(Finding other) {
        return new Score(
                caseId,
                title,
                output,
                exact,
                estimate,
                low,
                high,
                toleranceFraction,
                powerReached,
                other,
                source,
                version,
                rule,
                replications,
                seed,
                note);
    }
}

package straits.experiments.design;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import straits.scenario.file.Texts;

/** What is asked of the replications and the budget rules of an experiment, beyond what the schema says. */
final class ReplicationChecks {

    private final Set<String> answers;
    private final Faults faults;

    /** @param answers names of the answers that sequential replications may look at */
    ReplicationChecks(Set<String> answers, Faults faults) {
        this.answers = answers;
        this.faults = faults;
    }

    /** Before the points are known. */
    void run(@Nullable Replications replications) {
        if (replications instanceof Replications.Sequential sequential) {
            known("replications.sequential", sequential.answer());
            ordered("replications.sequential", sequential);
        } else if (replications instanceof Replications.Select select) {
            select(select);
        }
    }

    private void known(String path, String answer) {
        if (!answers.contains(answer)) {
            faults.add(path + ".answer", Texts.unknown("answer", answer, answers));
        }
    }

    private void ordered(String path, Replications replications) {
        if (replications.max() < replications.min()) {
            faults.add(path + ".max", "found " + replications.max() + "; must be at least min, " + replications.min());
        }
    }

    private void select(Replications.Select select) {
        String path = "replications.select";
        known(path, select.answer());
        ordered(path, select);
        String zone = select.indifferenceZone().text();
        if (!select.indifferenceZone().unit().isEmpty()) {
            faults.add(
                    path + ".indifference_zone",
                    "found \"" + zone + "\"; must be a number by itself, in the unit of " + select.answer());
        } else if (!(select.indifferenceZone().number() >= 0)) {
            faults.add(path + ".indifference_zone", "found " + zone + "; must be 0 or more");
        } else if (select.method() == Replications.Method.KN
                && select.indifferenceZone().number() == 0) {
            faults.add(
                    path + ".indifference_zone",
                    "found 0; kn needs the difference that is too small to matter, above 0, or it may never end");
        }
        if (select.confidence().value() >= 1) {
            faults.add(path + ".confidence", "found 100 %; must be below: no number of runs makes sure");
        }
    }

    /** A selection is among points, and a coin that is tossed among them is right already one time in so many. */
    static void selection(Experiment experiment, Faults faults) {
        int points = experiment.points().size();
        if (experiment.replications() instanceof Replications.Select select) {
            if (points < 2) {
                faults.add("replications.select", "found one point; there must be two or more to select from");
            } else if (select.confidence().value() * points <= 1) {
                faults.add(
                        "replications.select.confidence",
                        "found " + select.confidence().value() + "; must be above 1 / " + points
                                + ", what blind choice among " + points + " points gives");
            }
        }
    }
}

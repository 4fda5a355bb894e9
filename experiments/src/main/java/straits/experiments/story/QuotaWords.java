package straits.experiments.story;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import straits.regulation.Quotas;
import straits.simulation.Snapshot;

/** Quotas at the end of a run, in words. */
final class QuotaWords {

    private final Snapshot run;
    private final StoryDates dates;

    QuotaWords(Snapshot run) {
        this.run = run;
        dates = new StoryDates(run.catalog().scenario().start());
    }

    /** Those that are asked for, one sentence or two each. */
    List<String> of(Predicate<Quotas.Name> asked) {
        List<String> words = new ArrayList<>();
        for (int quota = 0; quota < run.quotas().size(); quota++) {
            if (asked.test(run.quotas().name(quota))) {
                words.add(words(quota));
            }
        }
        return words;
    }

    private String words(int quota) {
        Quotas quotas = run.quotas();
        Quotas.Name name = quotas.name(quota);
        long bound = quotas.firstBoundMicros(quota);
        return "Quota under \"" + name.rule() + "\""
                + (name.holder().isEmpty() ? "" : " of " + name.holder())
                + (name.country().isEmpty() ? "" : " in " + name.country()) + ": granted "
                + Figures.whole(quotas.grantedTpp(quota)) + " TPP, drawn " + Figures.whole(quotas.drawnTpp(quota))
                + ", left " + Figures.whole(quotas.leftTpp(quota)) + ". "
                + (bound == Quotas.NEVER ? "It never bound." : "It first bound on " + dates.minute(bound) + ".");
    }
}

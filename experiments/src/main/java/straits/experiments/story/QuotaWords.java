package straits.experiments.story;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import straits.regulation.Quotas;
import straits.simulation.Snapshot;

/** Quotas at the end of a run, in words. */
final class QuotaWords {

    private final Quotas quotas;
    private final StoryDates dates;

    QuotaWords(Snapshot run) {
        quotas = run.quotas();
        dates = new StoryDates(run.catalog().scenario().start());
    }

    /** A section on those asked for; of those that were never drawn on and never bound only the number. */
    void addTo(Story story, Predicate<Quotas.Name> asked) {
        List<Integer> all = asked(asked);
        if (!all.isEmpty()) {
            story.section("Quotas at the end of the run");
        }
        all.stream().filter(this::touched).map(this::words).forEach(story::paragraph);
        long others = all.stream().filter(quota -> !touched(quota)).count();
        if (others > 0) {
            story.paragraph(Figures.count(others, "quota") + " never drawn on.");
        }
    }

    private List<Integer> asked(Predicate<Quotas.Name> asked) {
        return IntStream.range(0, quotas.size())
                .filter(quota -> asked.test(quotas.name(quota)))
                .boxed()
                .toList();
    }

    private boolean touched(int quota) {
        return quotas.drawnTpp(quota) > 0 || quotas.firstBoundMicros(quota) != Quotas.NEVER;
    }

    private String words(int quota) {
        Quotas.Name name = quotas.name(quota);
        long bound = quotas.firstBoundMicros(quota);
        return "Under \"" + name.rule() + "\""
                + (name.holder().isEmpty() ? "" : " of " + name.holder())
                + (name.country().isEmpty() ? "" : " in " + name.country()) + ": granted "
                + Figures.whole(quotas.grantedTpp(quota)) + " TPP, drawn " + Figures.whole(quotas.drawnTpp(quota))
                + ", left " + Figures.whole(quotas.leftTpp(quota)) + "; "
                + (bound == Quotas.NEVER ? "never bound." : "first bound on " + dates.minute(bound) + ".");
    }
}

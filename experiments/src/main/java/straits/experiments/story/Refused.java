package straits.experiments.story;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import straits.catalog.Timeline;
import straits.regulation.Denials.Denial;
import straits.regulation.Refusal;
import straits.simulation.Snapshot;
import straits.simulation.World;

/** The end of a story: what was refused over the whole run, each cause once, in plain words. */
final class Refused {

    private final World world;
    private final Snapshot run;

    private record Cause(int country, Refusal refusal) {}

    private record Sum(long refusals, Denial last, int lastPeriod) {}

    Refused(World world, Snapshot run) {
        this.world = world;
        this.run = run;
    }

    /** Adds a section on the refusals asked for, if there are any. */
    void addTo(Story story, Predicate<Denial> asked) {
        Map<Cause, Sum> causes = causes(asked);
        if (!causes.isEmpty()) {
            story.section("Refused");
        }
        RefusalBriefs briefs = new RefusalBriefs(world);
        causes.values().forEach(sum -> {
            Timeline timeline = run.catalog().timeline();
            LocalDate on = timeline.date(timeline.periodEndMicros(sum.lastPeriod()) - 1);
            String brief = briefs.of(run, sum.last(), on);
            story.line(Figures.whole(sum.refusals()) + "x", brief);
        });
    }

    private Map<Cause, Sum> causes(Predicate<Denial> asked) {
        Map<Cause, Sum> causes = new LinkedHashMap<>();
        for (int period = 0; period < run.catalog().timeline().periods(); period++) {
            for (Denial each : run.denials().in(period)) {
                if (asked.test(each)) {
                    Sum one = new Sum(each.refusals(), each, period);
                    causes.merge(
                            new Cause(each.country(), each.refusal()),
                            one,
                            (sum, more) -> new Sum(sum.refusals() + more.refusals(), more.last(), more.lastPeriod()));
                }
            }
        }
        return causes;
    }
}

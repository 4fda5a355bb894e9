package straits.experiments.story;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import straits.catalog.Catalog;
import straits.regulation.Denials;
import straits.regulation.Denials.Denial;
import straits.scenario.Rule;
import straits.simulation.Snapshot;
import straits.simulation.World;

/** The story of a rule: when it held, whom it refused how often, and its quotas. */
final class RuleStory implements Teller {

    private final World world;
    private final Catalog catalog;
    private final String key;
    private final Story story;

    RuleStory(World world, String key) {
        this.world = world;
        this.key = key;
        catalog = world.catalog();
        story = new Story("Rule " + key + " of regime " + world.regimeKey());
    }

    @Override
    public void ended(Snapshot run) {
        int rule = List.copyOf(world.regime().rules().keySet()).indexOf(key);
        RuleWords words = new RuleWords(world.regime());
        story.pause().paragraph(Words.sentence(words.of(key)));
        addDates(words.rule(key), run.gatekeeper().enforced(rule));
        addWhom(run, rule);
        new Refused(world, run).addTo(story, denial -> denial.refusal().rule() == rule);
        new QuotaWords(run).addTo(story, name -> name.rule().equals(key));
    }

    private void addDates(Rule rule, boolean enforced) {
        LocalDate end = new StoryDates(catalog.scenario().start())
                .day(catalog.timeline().horizonMicros());
        if (!enforced) {
            story.paragraph("It is not enforced in this run: that is drawn once, with the probability its file gives.");
        } else if (!rule.dates().effective().isBefore(end)) {
            story.paragraph("It takes effect after the end of the run.");
        }
    }

    private void addWhom(Snapshot run, int rule) {
        Map<String, Long> whom = new TreeMap<>();
        for (int period = 0; period < catalog.timeline().periods(); period++) {
            String month = StoryDates.month(catalog.timeline().periodStart(period));
            run.denials().in(period).stream()
                    .filter(each -> each.refusal().rule() == rule)
                    .forEach(each -> whom.merge(
                            month + "\t" + subject(each) + ": "
                                    + Words.of(each.refusal().clause()),
                            each.refusals(),
                            Long::sum));
        }
        story.section(whom.isEmpty() ? "It refused nobody." : "Whom it refused, by month");
        whom.forEach((who, times) -> {
            String[] parts = who.split("\t", 2);
            story.line(parts[0], parts[1] + ", " + Figures.count(times, "time") + ".");
        });
    }

    private String subject(Denial denial) {
        return switch (denial.subject()) {
            case REQUEST -> "requests of " + catalog.tenants().slug(denial.tenant());
            case ANCHOR -> catalog.tenants().slug(denial.tenant()) + " in " + country(denial);
            case SHIPMENT -> "shipments of " + catalog.providers().slug(denial.provider()) + " to " + country(denial);
        };
    }

    private String country(Denial denial) {
        return denial.country() == Denials.NONE ? "" : catalog.countries().slug(denial.country());
    }

    @Override
    public Story story() {
        return story;
    }
}

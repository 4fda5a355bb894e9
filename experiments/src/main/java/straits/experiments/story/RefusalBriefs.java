package straits.experiments.story;

import java.time.LocalDate;
import straits.catalog.Index;
import straits.regulation.Denials;
import straits.regulation.Denials.Denial;
import straits.regulation.Gatekeeper;
import straits.regulation.Quotas;
import straits.regulation.Refusal;
import straits.simulation.Snapshot;
import straits.simulation.World;

/** Refusals of a run in plain words. */
final class RefusalBriefs {

    private final Index countries;
    private final RefusalWords words;

    RefusalBriefs(World world) {
        countries = world.catalog().countries();
        words = new RefusalWords(world.regime());
    }

    /** A refusal that left so much on its quota. */
    String of(Snapshot run, Refusal refusal, long leftTpp, String country, LocalDate on) {
        RefusalWords.QuotaLeft left = refusal.quota() == Gatekeeper.NO_QUOTA
                ? null
                : left(run.quotas().name(refusal.quota()), leftTpp);
        String rule = run.gatekeeper().ruleKey(refusal.rule());
        return words.of(new RefusalWords.Decided(rule, refusal.clause(), country, on, left));
    }

    private static RefusalWords.QuotaLeft left(Quotas.Name name, long leftTpp) {
        return new RefusalWords.QuotaLeft(name, leftTpp, name.renews());
    }

    /** Refusals of one kind, the last of them on a day. */
    String of(Snapshot run, Denial denial, LocalDate on) {
        String country = denial.country() == Denials.NONE ? "" : countries.slug(denial.country());
        return of(run, denial.refusal(), denial.quotaLeftTpp(), country, on);
    }
}

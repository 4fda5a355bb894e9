package straits.experiments.verification;

import java.util.List;
import straits.regulation.DeskMeasures;
import straits.regulation.DeskMeasures.Flow;

/** S11 to S15: offices that review licence files. */
final class DeskCases {

    /** Mean of the first 25 waits of an empty office, in days. */
    static final double FIRST_25_DAYS = 2.124489346531961;

    private DeskCases() {}

    static List<Trial> s11() {
        return List.of(MarketTrial.of(Textbook.of("s11-licence-office"), 30)
                .ratio(
                        "turned away",
                        0.08511383537653244,
                        0.02,
                        s -> s.run().desk().turnedAway(),
                        s -> s.run().desk().filed())
                .ratio(
                        "P(office empty)",
                        0.17933450087565672,
                        0.02,
                        s -> s.run().desk().emptyHours(),
                        Measures::hours)
                .ratio("mean files in house", 2.0059544658493875, 0.01, DeskCases::fileHours, Measures::hours)
                .ratio("mean days before review", 0.2308575803981624, 0.02, DeskCases::waitedDays, DeskCases::reviews)
                .ratio(
                        "licences issued/day",
                        2.7446584938704026,
                        0.01,
                        s -> s.run().desk().approved(),
                        Measures::days)
                .trial());
    }

    static List<Trial> s12() {
        return List.of(MarketTrial.of(Textbook.of("s12-statutory-review"), 30)
                .ratio("mean wait, days", 0.5539002251344759, 0.03, DeskCases::waitedDays, DeskCases::reviews)
                .ratio(
                        "P(wait>0)",
                        0.6325422453506698,
                        0.02,
                        s -> s.run().desk().waits(),
                        DeskCases::reviews)
                .ratio("mean in house", 3.7293605403227486, 0.01, DeskCases::fileHours, Measures::hours)
                .trial());
    }

    static List<Trial> s13() {
        return List.of(MarketTrial.of(Textbook.of("s13-allied-first"), 30)
                .ratio("mean wait priority, days", 0.3235955056179774, 0.02, s -> waitedDays(s, 0), s -> reviews(s, 0))
                .ratio("mean wait ordinary, days", 1.6179775280898867, 0.05, s -> waitedDays(s, 1), s -> reviews(s, 1))
                .trial());
    }

    static List<Trial> s14() {
        return List.of(firstFiles(100_000)
                .mean(
                        "wait of file 2, days",
                        0.4263157894736842,
                        0.02,
                        s -> s.watch().waitDays(2))
                .mean(
                        "wait of file 25, days",
                        3.3005086210257435,
                        0.02,
                        s -> s.watch().waitDays(25))
                .mean(
                        "mean of the first 25, days",
                        FIRST_25_DAYS,
                        0.02,
                        s -> s.watch().meanWaitDays())
                .trial());
    }

    /** An office with one officer that begins empty. */
    static MarketTrial<FirstFiles> firstFiles(int replications) {
        return MarketTrial.watched(Textbook.of("s14-first-25-files"), replications, catalog -> new FirstFiles());
    }

    static List<Trial> s15() {
        Textbook capped = Textbook.of("s15-approvals-cap");
        return List.of(
                MarketTrial.of(capped, 40_000)
                        .labelled("(a)")
                        .mean("approvals/yr", 17.102087189178643, 0.01, DeskCases::approved)
                        .mean("P(20th is issued)", 0.34908387201930013, 0.03, s -> approved(s) == 20 ? 1 : 0)
                        .trial(),
                MarketTrial.of(uncapped(capped, "45 days"), 40_000)
                        .labelled("(b)")
                        .mean("approvals in yr 1", 15.780821917808218, 0.01, DeskCases::approved)
                        .trial(),
                MarketTrial.of(uncapped(capped, "{exponential: {mean: 45 days}}"), 40_000)
                        .labelled("(c)")
                        .mean("approvals in yr 1", 15.781488082110966, 0.01, DeskCases::approved)
                        .trial());
    }

    private static Textbook uncapped(Textbook capped, String review) {
        return capped.with("approvals_per_year: 20, ", "").with("review_time: 0 h", "review_time: " + review);
    }

    private static double approved(Seen<?> seen) {
        return seen.run().desk().approved();
    }

    private static double fileHours(Seen<?> seen) {
        return seen.run().desk().fileHours();
    }

    private static double waitedDays(Seen<?> seen) {
        return seen.run().desk().waitDays().mean() * reviews(seen);
    }

    private static double reviews(Seen<?> seen) {
        return seen.run().desk().waitDays().count();
    }

    private static double waitedDays(Seen<?> seen, int reviewClass) {
        DeskMeasures desk = seen.run().deskMeasures();
        return Measures.overPeriods(seen, period -> {
            double begun = desk.count(period, reviewClass, Flow.BEGUN);
            return begun == 0 ? 0 : desk.reviewWaitDaysMean(period, reviewClass) * begun;
        });
    }

    private static double reviews(Seen<?> seen, int reviewClass) {
        return Measures.overPeriods(seen, period -> seen.run().deskMeasures().count(period, reviewClass, Flow.BEGUN));
    }
}

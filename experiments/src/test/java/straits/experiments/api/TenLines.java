package straits.experiments.api;

import straits.experiments.analysis.Interval;
import straits.experiments.analysis.PairedContrast;
import straits.experiments.design.Point;
import straits.experiments.montecarlo.Answer;

/** The program from Java as the README shows it: {@link TenLinesTest} keeps the two the same. */
final class TenLines {

    private TenLines() {}

    public static void main(String[] arguments) {
        // README
        Results results = Study.of("seven-billion")
                .with("horizon", "91 days")
                .regimes("us-2023", "remote-access")
                .replications(2)
                .run(2);
        for (Point point : results.experiment().points()) {
            Interval held = results.mean(point, Answer.ANCHOR_MEAN_H100E).interval();
            System.out.printf("%s: %.0f to %.0f h100e held%n", point.regime(), held.low(), held.high());
        }
        PairedContrast difference = results.difference("remote-access", "us-2023", Answer.ANCHOR_MEAN_H100E);
        System.out.println(
                difference.differs(1) ? difference.interval95() : "no difference that 2 replications can tell");
        // README
    }
}

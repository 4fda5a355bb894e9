package straits.experiments.montecarlo;

import java.util.ArrayList;
import java.util.List;
import straits.regulation.DeskMeasures;
import straits.regulation.DeskMeasures.Flow;
import straits.simulation.Snapshot;

/** Rows of the licence desk, by month and review class. */
final class DeskRows {

    private DeskRows() {}

    static List<DeskRow> of(Snapshot run, List<Month> months) {
        List<String> classes =
                List.copyOf(run.world().regime().desk().reviewClasses().keySet());
        List<DeskRow> rows = new ArrayList<>();
        for (Month month : months) {
            for (int each = 0; each < classes.size(); each++) {
                rows.add(row(run.deskMeasures(), month, each, classes.get(each)));
            }
        }
        return rows;
    }

    private static DeskRow row(DeskMeasures desk, Month month, int reviewClass, String name) {
        int period = month.period();
        return new DeskRow(
                month.key(),
                name,
                desk.count(period, reviewClass, Flow.FILED),
                desk.count(period, reviewClass, Flow.TURNED_AWAY),
                desk.count(period, reviewClass, Flow.BEGUN),
                desk.count(period, reviewClass, Flow.APPROVED),
                desk.count(period, reviewClass, Flow.CONDITIONAL),
                desk.count(period, reviewClass, Flow.REFUSED),
                desk.count(period, reviewClass, Flow.RETURNED),
                desk.count(period, reviewClass, Flow.WITHDRAWN),
                desk.fileHours(period, reviewClass) / month.hours(),
                desk.reviewWaitDaysMean(period, reviewClass),
                desk.decisionDaysMean(period, reviewClass));
    }
}

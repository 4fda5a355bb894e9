package straits.experiments.output;

import java.util.List;
import straits.experiments.montecarlo.Answers;
import straits.experiments.montecarlo.FillSample;
import straits.experiments.montecarlo.UnitKey;
import straits.experiments.montecarlo.UnitResult;
import straits.experiments.montecarlo.UnitRows;

/** Results of runs that never ran. */
final class Runs {

    private Runs() {}

    static UnitResult run(int point, String regime, int replication, Answers answers, FillSample... fill) {
        UnitKey key = new UnitKey(point, regime, replication);
        return new UnitResult(key, UnitResult.OK, UnitResult.HORIZON, answers, List.of(fill), UnitRows.NONE);
    }

    static UnitResult failed(int point, String regime, int replication) {
        return UnitResult.failed(new UnitKey(point, regime, replication), "the ledger does not balance");
    }
}

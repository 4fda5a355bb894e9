package straits.experiments.montecarlo;

import java.util.Iterator;
import java.util.function.Consumer;

/** Wherever units are run: by threads of this machine, or by others. */
@FunctionalInterface
public interface UnitRuns {

    /**
     * Runs units and hands their results on, without rows, in their order.
     *
     * @param units what to run; nothing is known of further ones until this returns
     * @param seen takes the results, on the calling thread
     * @return whether all were handed on; false after a stop
     */
    boolean run(Iterator<UnitKey> units, Consumer<UnitResult> seen);
}

package straits.experiments.montecarlo;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A result on its way to who takes it: what was made of it, and, for the rule that may end a point, itself without rows.
 *
 * @param result the result without rows
 * @param formed what was made of the whole
 */
record Formed<T>(UnitResult result, T formed) {

    static <T> Formed<T> of(UnitResult result, Function<? super UnitResult, T> form) {
        return new Formed<>(result.withoutRows(), form.apply(result));
    }

    /** Hands either to whom it is for. */
    void deliver(Consumer<? super UnitResult> results, Consumer<? super T> sink) {
        results.accept(result);
        sink.accept(formed);
    }

    /** A watcher of what is made, as one of both. */
    static <T> RunWatcher<Formed<T>> watcher(RunWatcher<? super T> watcher) {
        return new RunWatcher<>() {
            @Override
            public void finished(Formed<T> unit) {
                watcher.finished(unit.formed());
            }

            @Override
            public void tick() {
                watcher.tick();
            }
        };
    }
}

package straits.experiments.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import straits.experiments.api.RunPlace;
import straits.experiments.design.Experiment;
import straits.experiments.montecarlo.RunWatcher;
import straits.experiments.montecarlo.StopSignal;
import straits.experiments.montecarlo.UnitKey;
import straits.experiments.output.Hashes;
import straits.experiments.output.UnitText;

/**
 * A place whose units are kept in a remote folder as they come, so that a driver that is lost costs half a minute, whichever machine
 * the next one is on. Units that are kept are not run again.
 */
final class StoredPlace implements RunPlace {

    private static final long MOST_BYTES = 1 << 24;
    private static final long MOST_NANOS = 30_000_000_000L;

    private final RunPlace place;
    private final RemoteFolder folder;
    private final LongSupplier nanoTime;

    /**
     * A place and a folder for its units.
     *
     * @param nanoTime a clock, for how often they are kept
     */
    StoredPlace(RunPlace place, RemoteFolder folder, LongSupplier nanoTime) {
        this.place = place;
        this.folder = folder;
        this.nanoTime = nanoTime;
    }

    @Override
    public boolean run(
            Experiment experiment,
            Iterator<UnitKey> units,
            Consumer<UnitText> sink,
            RunWatcher<? super UnitText> watcher,
            StopSignal stop) {
        folder.begin(Hashes.sha256(experiment.identity()) + " by " + Program.hash());
        Ahead ahead = new Ahead(units);
        while (ahead.hasNext()) {
            if (folder.has(ahead.peek())) {
                deliverKept(ahead, sink, watcher);
            } else if (!runMissing(experiment, ahead, sink, watcher, stop)) {
                return false;
            }
        }
        return true;
    }

    /** A part may have been cut otherwise than it is needed now: the first unit that is not the next one ends it. */
    private void deliverKept(Ahead ahead, Consumer<UnitText> sink, RunWatcher<? super UnitText> watcher) {
        folder.read(ahead.peek(), unit -> {
            if (ahead.hasNext() && ahead.peek().equals(unit.result().key())) {
                ahead.next();
                sink.accept(unit);
                watcher.finished(unit);
            }
        });
        watcher.tick();
    }

    private boolean runMissing(
            Experiment experiment,
            Ahead ahead,
            Consumer<UnitText> sink,
            RunWatcher<? super UnitText> watcher,
            StopSignal stop) {
        Part part = new Part();
        try {
            return place.run(
                    experiment,
                    ahead.until(folder::has),
                    unit -> {
                        sink.accept(unit);
                        part.add(unit);
                    },
                    watcher,
                    stop);
        } finally {
            part.store();
        }
    }

    /** Units not yet kept. */
    private final class Part {

        private final List<UnitText> units = new ArrayList<>();
        private long bytes;
        private long sinceNanos = nanoTime.getAsLong();

        void add(UnitText unit) {
            units.add(unit);
            bytes += unit.bytes();
            if (bytes >= MOST_BYTES || nanoTime.getAsLong() - sinceNanos >= MOST_NANOS) {
                store();
            }
        }

        void store() {
            if (!units.isEmpty()) {
                folder.store(units);
                units.clear();
                bytes = 0;
                sinceNanos = nanoTime.getAsLong();
            }
        }
    }

    /** Units, of which the next can be looked at before it is taken. */
    private static final class Ahead implements Iterator<UnitKey> {

        private final Iterator<UnitKey> units;
        private @Nullable UnitKey next;

        Ahead(Iterator<UnitKey> units) {
            this.units = units;
            advance();
        }

        private void advance() {
            next = units.hasNext() ? units.next() : null;
        }

        UnitKey peek() {
            if (next == null) {
                throw new NoSuchElementException();
            }
            return next;
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public UnitKey next() {
            UnitKey unit = peek();
            advance();
            return unit;
        }

        /** Those up to one that ends them, which stays. */
        Iterator<UnitKey> until(Predicate<UnitKey> end) {
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return Ahead.this.hasNext() && !end.test(peek());
                }

                @Override
                public UnitKey next() {
                    return Ahead.this.next();
                }
            };
        }
    }
}

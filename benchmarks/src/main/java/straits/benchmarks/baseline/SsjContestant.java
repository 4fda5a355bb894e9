package straits.benchmarks.baseline;

import straits.event.EventKind;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.EventList;

/**
 * SSJ's simulator, its own loop and one of its event lists, with one event object per subject used over and over. Its times
 * are doubles, which hold whole microseconds exactly up to 2^53.
 */
final class SsjContestant implements Contestant {

    private final HoldModel model;
    private final Simulator simulator;
    private final Ours[] events;

    SsjContestant(HoldModel model, EventList list) {
        this.model = model;
        simulator = new Simulator(list);
        simulator.init(list);
        events = new Ours[model.pending()];
        for (int subject = 0; subject < events.length; subject++) {
            events[subject] = new Ours(HoldModel.kind(subject), subject);
        }
    }

    @Override
    public void schedule(long delayMicros, EventKind kind, int subject) {
        events[subject].schedule((double) delayMicros);
    }

    @Override
    public void reschedule(long delayMicros, EventKind kind, int subject) {
        events[subject].cancel();
        events[subject].schedule((double) delayMicros);
    }

    @Override
    public void run() {
        simulator.start();
    }

    @Override
    public long nowMicros() {
        return (long) simulator.time();
    }

    private final class Ours extends Event {

        private final EventKind kind;
        private final int subject;

        Ours(EventKind kind, int subject) {
            super(simulator);
            this.kind = kind;
            this.subject = subject;
            setPriority(kind.phase());
        }

        @Override
        public void actions() {
            if (!model.on(kind, subject, (long) simulator.time())) {
                simulator.stop();
            }
        }
    }
}

package straits.benchmarks.baseline;

import umontreal.ssj.simevents.eventlist.BinaryTree;
import umontreal.ssj.simevents.eventlist.DoublyLinked;
import umontreal.ssj.simevents.eventlist.Henriksen;
import umontreal.ssj.simevents.eventlist.RedblackTree;
import umontreal.ssj.simevents.eventlist.SplayTree;

/** Who takes part in the hold model. Each makes only its own classes known to the JVM, which so sees no other. */
public enum Contestants {
    /** This project's engine on its own queue. */
    STRAITS,
    /** SSJ's default list. */
    SSJ_SPLAY_TREE,
    /** SSJ's Henriksen list. */
    SSJ_HENRIKSEN,
    /** SSJ's red-black tree. */
    SSJ_RED_BLACK_TREE,
    /** SSJ's binary tree. */
    SSJ_BINARY_TREE,
    /** SSJ's doubly linked list: linear search. */
    SSJ_DOUBLY_LINKED,
    /** The JDK's binary heap. */
    PRIORITY_QUEUE,
    /** Agrona's timer wheel: no exact order. */
    AGRONA_TIMER_WHEEL,
    /** CloudSim Plus, where the build has its profile. */
    CLOUDSIM_PLUS;

    private static final String CLOUDSIM = "straits.benchmarks.cloudsim.CloudSimContestant";

    /** A contestant for a model. */
    Contestant of(HoldModel model) {
        return switch (this) {
            case STRAITS -> new EngineContestant(model, Queues.STRAITS.newQueue());
            case SSJ_SPLAY_TREE -> new SsjContestant(model, new SplayTree());
            case SSJ_HENRIKSEN -> new SsjContestant(model, new Henriksen());
            case SSJ_RED_BLACK_TREE -> new SsjContestant(model, new RedblackTree());
            case SSJ_BINARY_TREE -> new SsjContestant(model, new BinaryTree());
            case SSJ_DOUBLY_LINKED -> new SsjContestant(model, new DoublyLinked());
            case PRIORITY_QUEUE -> new PriorityQueueContestant(model);
            case AGRONA_TIMER_WHEEL -> new TimerWheelContestant(model);
            case CLOUDSIM_PLUS -> cloudSim(model);
        };
    }

    /** By name, since the class is there only in a build with the profile {@code cloudsim}. */
    private static Contestant cloudSim(HoldModel model) {
        try {
            return Class.forName(CLOUDSIM)
                    .asSubclass(Contestant.class)
                    .getConstructor(HoldModel.class)
                    .newInstance(model);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("CloudSim Plus is not in this build; build with -Pcloudsim", e);
        }
    }

    /** Whether this build has it. */
    public boolean available() {
        if (this != CLOUDSIM_PLUS) {
            return true;
        }
        try {
            Class.forName(CLOUDSIM, false, Contestants.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** The hold model on this contestant. */
    public HoldModel model(int pending, Increments increments, double moved) {
        return new HoldModel(pending, increments, moved, this::of);
    }
}

package straits.regulation;

import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Reviewers and the files before them, at the desk or at an agency. */
final class Office {

    private final int id;
    private final @Nullable Integer reviewers;
    private final PriorityQueue<Application> files = new PriorityQueue<>(Application.ORDER);
    private int busy;

    /**
     * An empty office.
     *
     * @param reviewers how many work at a time; null for no limit
     */
    Office(int id, @Nullable Integer reviewers) {
        this.id = id;
        this.reviewers = reviewers;
    }

    int id() {
        return id;
    }

    /** Takes a file in. */
    void take(Application file) {
        files.add(file);
    }

    /** The file whose review begins now; null if none waits or nobody is free. */
    @Nullable
    Application begin() {
        if (files.isEmpty() || (reviewers != null && busy >= reviewers)) {
            return null;
        }
        busy++;
        return files.remove();
    }

    /** Whether no more reviews are under way than it has reviewers, nor fewer than none. */
    boolean withinReviewers() {
        return busy >= 0 && (reviewers == null || busy <= reviewers);
    }

    /** A review is over: a reviewer is free. */
    void end() {
        busy--;
    }

    /** Gives up a file that waits or is under review. */
    void drop(Application file) {
        if (!files.remove(file)) {
            end();
        }
    }
}

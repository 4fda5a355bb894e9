package straits.experiments.output;

import java.util.List;

/**
 * How far a point is and what its runs say so far.
 *
 * @param point its number
 * @param title its name in few words
 * @param runs runs that were delivered, failed ones included
 * @param failed those that failed
 * @param planned runs that it will have, the most there can be where that is open
 * @param answers the headline answers that any of its runs has, as {@code summary.csv} would say them
 */
public record Standing(int point, String title, int runs, int failed, long planned, List<Summary.Row> answers) {

    /** Copies the list, so that the record stays immutable. */
    public Standing {
        answers = List.copyOf(answers);
    }
}

package straits.experiments.montecarlo;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The part of an experiment that one machine runs. Units are dealt like cards, the u-th to shard u mod n, so that points which
 * take longer than others are spread over all machines.
 *
 * @param number which part, from 1
 * @param of how many parts
 */
public record Shard(int number, int of) {

    /** The whole experiment. */
    public static final Shard WHOLE = new Shard(1, 1);

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException unless 1 &lt;= number &lt;= of
     */
    public Shard {
        if (number < 1 || number > of) {
            throw new IllegalArgumentException(
                    "a shard is i/n with i from 1 to n, as in 3/10; found " + number + "/" + of);
        }
    }

    /**
     * The shard of a text like {@code 3/10}.
     *
     * @throws IllegalArgumentException if it has another form
     */
    public static Shard parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("a shard is i/n with i from 1 to n, as in 3/10; found \"" + text + "\"");
        }
        return new Shard(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    /** Whether this is all of the experiment. */
    public boolean whole() {
        return of == 1;
    }

    /** How many of so many units are in this shard. */
    public long count(long units) {
        return (units - number + of) / of;
    }

    /** Its units among all, in their order; reads no further ahead than asked. */
    public <T> Iterator<T> deal(Iterator<T> units) {
        Spliterator<T> all = Spliterators.spliteratorUnknownSize(units, Spliterator.ORDERED);
        Stream<T> stream = StreamSupport.stream(all, false);
        long[] next = {0};
        return stream.filter(unit -> next[0]++ % of == number - 1).iterator();
    }

    /** The form that {@link #parse} reads. */
    @Override
    public String toString() {
        return number + "/" + of;
    }
}

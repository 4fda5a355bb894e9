package straits.scenario.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Draws again or leaves out what the reader objects to. */
final class Mending {

    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d+)]");
    private static final Pattern MISSING = Pattern.compile("missing (\\w+), .*");
    private static final int PATIENT_ROUNDS = 10;

    private final Growth growth;
    private final Random random;
    private final Grown world;

    Mending(Growth growth, Random random, Grown world) {
        this.growth = growth;
        this.random = random;
        this.world = world;
    }

    /** Where a fault lies; of a missing value, where it would stand. */
    static String path(Fault fault) {
        Matcher missing = MISSING.matcher(fault.message());
        return missing.matches() ? Texts.key(fault.path(), missing.group(1)) : fault.path();
    }

    /**
     * Draws a value that is missing, leaves out the innermost thing around a faulty value that may be left out, or draws it or what is
     * around it again.
     */
    void mend(String path, int round) {
        List<Grown> way = new ArrayList<>(List.of(world));
        List<String> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(path);
        while (matcher.find()) {
            String step = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            Grown next = child(way.get(way.size() - 1), step);
            if (next == null) {
                if (random.nextBoolean() && put(way.get(way.size() - 1), step, path)) {
                    return;
                }
                break;
            }
            way.add(next);
            steps.add(step);
        }
        if (!steps.isEmpty() && !leftOut(way, steps, round)) {
            int at = Math.max(0, steps.size() - 1 - random.nextInt(3));
            redraw(way.get(at), steps.get(at), String.join(".", steps.subList(0, at + 1)));
        }
    }

    private boolean leftOut(List<Grown> way, List<String> steps, int round) {
        if (random.nextInt(3) == 0 && round <= PATIENT_ROUNDS) {
            return false;
        }
        int depth = steps.size() - 1;
        for (int at = depth - Math.min(depth, random.nextInt(1 + Math.min(round / 6, 3))); at >= 0; at--) {
            if (leaveOut(way.get(at), steps.get(at))) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Grown child(Grown of, String step) {
        if (of instanceof Grown.Keys keys) {
            return keys.entries().get(step);
        }
        return of instanceof Grown.Items items
                        && step.chars().allMatch(Character::isDigit)
                        && Integer.parseInt(step) < items.items().size()
                ? items.items().get(Integer.parseInt(step))
                : null;
    }

    /** Draws what a record has nothing for. */
    private boolean put(Grown in, String step, String path) {
        if (!(in instanceof Grown.Keys keys && keys.place().raw().isRecord())) {
            return false;
        }
        Optional<Place> place = Records.components(keys.place().raw()).stream()
                .filter(component -> Records.key(component).equals(step))
                .findFirst()
                .map(keys.place()::component);
        place.ifPresent(found -> keys.entries().put(step, growth.grow(found, path)));
        return place.isPresent();
    }

    private static boolean leaveOut(Grown from, String step) {
        if (from instanceof Grown.Items items && items.items().size() > 1) {
            items.items().remove(Integer.parseInt(step));
            return true;
        }
        return from instanceof Grown.Keys keys
                && keys.optional().contains(step)
                && keys.entries().remove(step) != null;
    }

    private void redraw(Grown in, String step, String path) {
        if (in instanceof Grown.Keys keys) {
            keys.entries().computeIfPresent(step, (key, old) -> growth.grow(old.place(), path));
        } else if (in instanceof Grown.Items items) {
            int index = Integer.parseInt(step);
            items.items().set(index, growth.grow(items.items().get(index).place(), path));
        }
    }
}

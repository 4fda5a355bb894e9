package straits.microworlds;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import straits.engine.EventQueue;
import straits.engine.LadderQueue;

/** Queues that do not do what they promise, from the hundredth poll on. */
final class LyingQueue {

    private static final int GOOD_POLLS = 100;

    private final EventQueue queue = new LadderQueue();
    private final Map<String, Object> first = new HashMap<>();
    private int polls;
    private boolean keptBack;
    private boolean tellsFirst;

    private LyingQueue() {}

    /** Loses an event. */
    static EventQueue forgetful() {
        LyingQueue lying = new LyingQueue();
        return proxy((name, arguments) -> {
            if (name.equals("pollBefore") && ++lying.polls == GOOD_POLLS) {
                lying.queue.pollBefore((long) Objects.requireNonNull(arguments)[0]);
            }
            return lying.plain(name, arguments);
        });
    }

    /** Gives two events in the wrong order. */
    static EventQueue swapping() {
        LyingQueue lying = new LyingQueue();
        return proxy(lying::swapped);
    }

    /** Gives events that come after the end. */
    static EventQueue endless() {
        LyingQueue lying = new LyingQueue();
        return proxy((name, arguments) ->
                name.equals("pollBefore") ? lying.queue.pollBefore(Long.MAX_VALUE - 1) : lying.plain(name, arguments));
    }

    private interface Answer {
        @Nullable
        Object to(String name, Object @Nullable [] arguments) throws ReflectiveOperationException;
    }

    private static EventQueue proxy(Answer answer) {
        return (EventQueue) Proxy.newProxyInstance(
                EventQueue.class.getClassLoader(),
                new Class<?>[] {EventQueue.class},
                (proxy, method, arguments) -> answer.to(method.getName(), arguments));
    }

    private @Nullable Object plain(String name, Object @Nullable [] arguments) throws ReflectiveOperationException {
        for (var method : EventQueue.class.getMethods()) {
            if (method.getName().equals(name)) {
                return method.invoke(queue, arguments);
            }
        }
        throw new AssertionError(name);
    }

    private @Nullable Object swapped(String name, Object @Nullable [] arguments) throws ReflectiveOperationException {
        if (name.equals("pollBefore")) {
            return polled((long) Objects.requireNonNull(arguments)[0]);
        }
        if (name.equals("size") && keptBack) {
            return queue.size() + 1;
        }
        return tellsFirst && first.containsKey(name) ? first.get(name) : plain(name, arguments);
    }

    private boolean polled(long end) throws ReflectiveOperationException {
        tellsFirst = keptBack;
        if (keptBack) {
            keptBack = false;
            return true;
        }
        boolean found = queue.pollBefore(end);
        if (++polls == GOOD_POLLS) {
            for (String name : new String[] {"timeMicros", "kind", "subject", "payload", "first", "second", "third"}) {
                first.put(name, Objects.requireNonNull(plain(name, null)));
            }
            keptBack = queue.pollBefore(end);
        }
        return found;
    }
}

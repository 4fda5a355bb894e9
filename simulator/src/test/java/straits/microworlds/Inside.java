package straits.microworlds;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;

/** Reaches into an object, to break what is in it. */
final class Inside {

    private Object object;

    private Inside(Object object) {
        this.object = object;
    }

    /** What is in an object behind names of fields, joined by points. */
    static Inside of(Object object, String path) {
        Inside inside = new Inside(object);
        Arrays.stream(path.split("\\.")).forEach(inside::enter);
        return inside;
    }

    private void enter(String name) {
        try {
            object = field(name).get(object);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private Field field(String name) {
        try {
            Field field = object.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new AssertionError(object.getClass() + " has no " + name, e);
        }
    }

    /** Adds to a whole number in it. */
    void add(String name, long delta) {
        try {
            Field field = field(name);
            if (field.getType() == int.class) {
                field.setInt(object, (int) (field.getInt(object) + delta));
            } else {
                field.setLong(object, field.getLong(object) + delta);
            }
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /** Adds to an element of it, an array of whole numbers. */
    void add(int index, long delta) {
        set(index, Array.getLong(object, index) + delta);
    }

    /** Sets an element of it, an array of whole numbers. */
    void set(int index, long value) {
        if (object instanceof int[] ints) {
            ints[index] = (int) value;
        } else {
            Array.setLong(object, index, value);
        }
    }

    /** Sets an element of it, an array of objects. */
    void put(int index, Object value) {
        Array.set(object, index, value);
    }

    /** An element of it, an array. */
    Inside element(int index) {
        return new Inside(Array.get(object, index));
    }

    Object get() {
        return object;
    }

    /** Calls a static method of its package, and lets through what that throws. */
    static void call(String type, String method, Object... arguments) {
        try {
            Method found = Arrays.stream(Class.forName(type).getDeclaredMethods())
                    .filter(each -> each.getName().equals(method))
                    .findFirst()
                    .orElseThrow();
            found.setAccessible(true);
            found.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new LinkageError(e.getMessage(), e);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}

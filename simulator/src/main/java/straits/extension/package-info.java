/**
 * What others may add without changing the program: price policies, kinds of rules, and strategies of anchor tenants. Each is one
 * class that implements a {@link straits.extension.Kind} and is named in {@code META-INF/services}. This package depends on nothing
 * else of the simulator, and what is public in it changes only with a word in the changes.
 *
 * <p>An extension must give the same results from the same calls: it reads no clock, file, environment or setting of the machine,
 * draws no random number, keeps nothing in static fields, starts no thread, and calls {@link java.lang.StrictMath}, not {@link
 * java.lang.Math}, for transcendental functions. Every replication makes its own objects, on one of several threads; what such an
 * object remembers is its own.
 */
@NullMarked
package straits.extension;

import org.jspecify.annotations.NullMarked;

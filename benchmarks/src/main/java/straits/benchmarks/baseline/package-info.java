/** The hold model, and the engines that are raced on it. */
@NullMarked
package straits.benchmarks.baseline;

import org.jspecify.annotations.NullMarked;

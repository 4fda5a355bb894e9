/** Tests of the hold model and its contestants. */
@NullMarked
package straits.benchmarks.baseline;

import org.jspecify.annotations.NullMarked;

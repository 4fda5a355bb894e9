/** Tests of the worlds that are measured. */
@NullMarked
package straits.benchmarks.world;

import org.jspecify.annotations.NullMarked;

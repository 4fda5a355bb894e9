/** Whole replications: speed, memory, and how both grow with the market. */
@NullMarked
package straits.benchmarks.whole;

import org.jspecify.annotations.NullMarked;

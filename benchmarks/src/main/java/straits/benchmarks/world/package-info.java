/** The worlds that are measured: shipped scenarios, grown or cut. */
@NullMarked
package straits.benchmarks.world;

import org.jspecify.annotations.NullMarked;

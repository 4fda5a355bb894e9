/** Single parts of the market under the load they have in a run. */
@NullMarked
package straits.benchmarks.targeted;

import org.jspecify.annotations.NullMarked;

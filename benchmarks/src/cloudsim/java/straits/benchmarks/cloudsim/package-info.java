/** CloudSim Plus under the hold model; compiled only in the profile {@code cloudsim}. */
@NullMarked
package straits.benchmarks.cloudsim;

import org.jspecify.annotations.NullMarked;

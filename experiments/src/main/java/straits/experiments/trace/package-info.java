/** Public job tables of GPU clusters, turned into traces that a scenario can replay. */
@NullMarked
package straits.experiments.trace;

import org.jspecify.annotations.NullMarked;

/** Assembly of a world from a scenario, and its run. */
@NullMarked
package straits.simulation;

import org.jspecify.annotations.NullMarked;

/** Statistics of replications: intervals, paired contrasts, quantiles, shares; a missing figure is NaN. */
@NullMarked
package straits.experiments.analysis;

import org.jspecify.annotations.NullMarked;

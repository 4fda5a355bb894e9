/** Replications as plain records: answers and rows of one run, free of the world they came from; knows no file. */
@NullMarked
package straits.experiments.montecarlo;

import org.jspecify.annotations.NullMarked;

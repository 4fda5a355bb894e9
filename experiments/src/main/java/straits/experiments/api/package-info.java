/** The program from Java: read, change, run and look at an experiment. */
@NullMarked
package straits.experiments.api;

import org.jspecify.annotations.NullMarked;

/** What is run: the scenarios and regimes that ship with the program, and the points of an experiment. */
@NullMarked
package straits.experiments.design;

import org.jspecify.annotations.NullMarked;

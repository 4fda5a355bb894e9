/** Errors planted in the model, each of which the tests must catch. */
@NullMarked
package straits.experiments.planted;

import org.jspecify.annotations.NullMarked;

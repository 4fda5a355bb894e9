/** Files of a run: tables declared once, their codebook, the manifest, and the folder that holds them. */
@NullMarked
package straits.experiments.output;

import org.jspecify.annotations.NullMarked;

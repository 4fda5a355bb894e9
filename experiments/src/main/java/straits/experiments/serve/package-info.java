/** A local page that shows a folder of results while a run fills it, and afterwards. */
@NullMarked
package straits.experiments.serve;

import org.jspecify.annotations.NullMarked;

/** The commands: the only place that prints. */
@NullMarked
package straits.experiments.cli;

import org.jspecify.annotations.NullMarked;

/** One run of all measurements, from the command line to the table in the README. */
@NullMarked
package straits.benchmarks;

import org.jspecify.annotations.NullMarked;

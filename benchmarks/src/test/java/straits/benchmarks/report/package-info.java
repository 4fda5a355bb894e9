/** Tests of the tables. */
@NullMarked
package straits.benchmarks.report;

import org.jspecify.annotations.NullMarked;

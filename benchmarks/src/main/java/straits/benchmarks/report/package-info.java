/** Tables and targets, read from the results that JMH wrote. */
@NullMarked
package straits.benchmarks.report;

import org.jspecify.annotations.NullMarked;

/** Quick measurements of the parts that every event passes through; run often. */
@NullMarked
package straits.benchmarks.frequent;

import org.jspecify.annotations.NullMarked;

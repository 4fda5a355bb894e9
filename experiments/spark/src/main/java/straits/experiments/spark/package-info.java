/** Replications run by the executors of an Apache Spark cluster; everything else as {@code straits run} does it. */
@NullMarked
package straits.experiments.spark;

import org.jspecify.annotations.NullMarked;

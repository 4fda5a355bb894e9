/** Tests on real contexts and real processes of Spark, all on the loopback of this machine. */
@NullMarked
package straits.experiments.spark;

import org.jspecify.annotations.NullMarked;

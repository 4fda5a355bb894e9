/** Failures of nodes and losses of sites, their repair, and whom they hit. */
@NullMarked
package straits.market.failure;

import org.jspecify.annotations.NullMarked;

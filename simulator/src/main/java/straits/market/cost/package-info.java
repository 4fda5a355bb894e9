/** What GPUs and halls cost their owners: unit costs, book values and present values. */
@NullMarked
package straits.market.cost;

import org.jspecify.annotations.NullMarked;

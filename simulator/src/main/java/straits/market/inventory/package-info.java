/** Pools of GPUs and their conservation. */
@NullMarked
package straits.market.inventory;

import org.jspecify.annotations.NullMarked;

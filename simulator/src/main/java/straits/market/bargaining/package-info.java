/** How two sides that negotiate a block come to a price, and what is measured of it. */
@NullMarked
package straits.market.bargaining;

import org.jspecify.annotations.NullMarked;

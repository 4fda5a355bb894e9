/** Spot leases: what is free, sold by auction and taken back when others need it. */
@NullMarked
package straits.market.spot;

import org.jspecify.annotations.NullMarked;

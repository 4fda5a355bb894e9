/** Leases, their hourly metering and billing. */
@NullMarked
package straits.market.lease;

import org.jspecify.annotations.NullMarked;

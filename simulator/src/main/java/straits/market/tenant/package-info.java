/** Demand: classes of small tenants and the plans of anchor tenants. */
@NullMarked
package straits.market.tenant;

import org.jspecify.annotations.NullMarked;

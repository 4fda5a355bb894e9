/** Where request meets offer: choice, waiting, outcomes, procurement of anchor tenants. */
@NullMarked
package straits.market;

import org.jspecify.annotations.NullMarked;

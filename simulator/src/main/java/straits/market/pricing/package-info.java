/** Standing prices and the policies that move them. */
@NullMarked
package straits.market.pricing;

import org.jspecify.annotations.NullMarked;

/** Units of time and money as plain longs, and the one place where each is rounded. */
@NullMarked
package straits.units;

import org.jspecify.annotations.NullMarked;

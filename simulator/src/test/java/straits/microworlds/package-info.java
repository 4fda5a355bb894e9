/** Worlds so small that every number in them can be worked out by hand. */
@NullMarked
package straits.microworlds;

import org.jspecify.annotations.NullMarked;

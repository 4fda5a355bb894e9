/** Orders, shipments, installation and site power. */
@NullMarked
package straits.supply;

import org.jspecify.annotations.NullMarked;

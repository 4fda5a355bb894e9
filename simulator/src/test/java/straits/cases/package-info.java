/** Validation cases with answers nobody on the project made up. */
@NullMarked
package straits.cases;

import org.jspecify.annotations.NullMarked;

/** Slugs to dense ids, once, and immutable reference data by id. */
@NullMarked
package straits.catalog;

import org.jspecify.annotations.NullMarked;

/** What others may add. */
@NullMarked
package straits.extension;

import org.jspecify.annotations.NullMarked;

/** The single door that says what is lawful, the licence desk and the quotas. */
@NullMarked
package straits.regulation;

import org.jspecify.annotations.NullMarked;

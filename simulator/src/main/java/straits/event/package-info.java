/** What can happen, and in which order things happen at the same instant. */
@NullMarked
package straits.event;

import org.jspecify.annotations.NullMarked;

/** The event loop and its queues. This package knows no market: an event is a kind, a subject and a payload. */
@NullMarked
package straits.engine;

import org.jspecify.annotations.NullMarked;

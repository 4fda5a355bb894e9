/** How an anchor tenant comes by computing beside renting it, and how it weighs one way against another. */
@NullMarked
package straits.market.channel;

import org.jspecify.annotations.NullMarked;

/** The example of {@code docs/extensions.md}. */
@NullMarked
package example;

import org.jspecify.annotations.NullMarked;

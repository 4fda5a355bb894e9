/**
 * Everything random. Draws come from keyed sequential streams (SSJ's MRG32k3a) or from a counter-based generator keyed by
 * objects; samplers turn them into values of the distributions a scenario names. This package alone sees SSJ's generators.
 */
@NullMarked
package straits.random;

import org.jspecify.annotations.NullMarked;

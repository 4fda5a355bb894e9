/** The verification suite that ships with the program: cases whose exact answers theory knows, judged with coverage and power. */
@NullMarked
package straits.experiments.verification;

import org.jspecify.annotations.NullMarked;

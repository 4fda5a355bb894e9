/** What a user states: immutable records of a scenario and its validation, which collects every fault. */
@NullMarked
package straits.scenario;

import org.jspecify.annotations.NullMarked;

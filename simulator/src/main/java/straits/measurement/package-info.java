/** Ledgers, integrals over time and tallies; knows no market. */
@NullMarked
package straits.measurement;

import org.jspecify.annotations.NullMarked;

/** The report of a run: charts as data, computed from its tables, and the page that shows them. */
@NullMarked
package straits.experiments.report;

import org.jspecify.annotations.NullMarked;

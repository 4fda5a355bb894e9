/** What happened to one thing of a run, in plain words: refusals, leases, licences, deliveries, tenants and rules. */
@NullMarked
package straits.experiments.story;

import org.jspecify.annotations.NullMarked;

package straits.experiments.verification;

import straits.simulation.Snapshot;

/**
 * A replication that has ended.
 *
 * @param run what it left behind
 * @param watch who has looked on
 */
record Seen<W>(Snapshot run, W watch) {}

package straits.experiments.montecarlo;

import straits.event.EventKind;

/**
 * An event by what it happens to, so that two worlds in which things have other numbers can be compared. What comes of a lease is
 * known by its tenant, its pool and its size, a rule by its key, everything else by its subject.
 *
 * @param micros its time, since the start
 * @param kind what happens
 * @param subject to what; 0 for leases and rules
 * @param payload what else
 * @param tenant tenant of the lease; -1 if it is not about a lease
 * @param pool pool of the lease; -1 if it is not about a lease
 * @param gpus GPUs of the lease; 0 if it is not about a lease
 * @param rule key of the rule; empty if it is not about a rule
 */
public record WorldEvent(
        long micros, EventKind kind, int subject, long payload, int tenant, int pool, int gpus, String rule) {}

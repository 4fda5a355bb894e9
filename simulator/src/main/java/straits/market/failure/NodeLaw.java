package straits.market.failure;

import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.random.Randomness;
import straits.random.Sampler;
import straits.random.Samplers;
import straits.scenario.Failures;
import straits.scenario.Failures.Nodes;

/**
 * How the nodes of one pool fail.
 *
 * @param key what draws of the pool are keyed by
 * @param ratePerHour failures per node and hour in service; 0 for a pool without failures
 * @param gpus GPUs of a node
 * @param repairHours time that a crew needs for a node; null for a pool without failures
 */
record NodeLaw(
        long key, double ratePerHour, int gpus, @Nullable Sampler repairHours) {

    static NodeLaw of(Catalog catalog, Failures failures, int pool) {
        String provider = catalog.providers().slug(catalog.pools().provider(pool));
        String chip = catalog.chips().slug(catalog.pools().chip(pool));
        long key = Randomness.key(catalog.poolSlug(pool));
        Nodes nodes = failures.nodesOf(provider, chip);
        return nodes == null
                ? new NodeLaw(key, 0, 1, null)
                : new NodeLaw(key, nodes.rate().value(), nodes.gpus(), Samplers.of(nodes.repair()));
    }

    /** Nodes that so many GPUs make; the last may be part of one. */
    int nodes(int ofGpus) {
        return (ofGpus + gpus - 1) / gpus;
    }
}

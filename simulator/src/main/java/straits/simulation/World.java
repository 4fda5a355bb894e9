package straits.simulation;

import straits.catalog.Catalog;
import straits.scenario.Regime;

/**
 * A scenario under one regime. Immutable: all replications share it.
 *
 * @param catalog the scenario by ids
 * @param regimeKey key of the regime
 * @param regime the regime
 */
public record World(Catalog catalog, String regimeKey, Regime regime) {}

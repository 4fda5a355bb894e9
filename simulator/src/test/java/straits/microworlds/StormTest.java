package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static straits.microworlds.Micro.tenants;

import org.junit.jupiter.api.Test;
import straits.engine.EventStormException;
import straits.simulation.Snapshot;

/** Sound files whose numbers are out of scale: the run is stopped and says what of. */
final class StormTest {

    @Test
    void aReviewWithoutPauseIsStoppedAndNamed() {
        Micro world = Micro.world()
                .with(
                        "providers",
                        "{cloud: {home: MY, owner_class: local, pricing: {policy: utilisation, sensitivity: 1, review:"
                                + " 1e-9 h}, offers: {h100: {on_demand: 2 USD per GPU-hour}}, fleet: [{site: johor,"
                                + " chip: h100, installed: 1 GPUs}]}}");

        assertThatThrownBy(() -> world.runUnchecked(0))
                .isInstanceOf(EventStormException.class)
                .hasMessageStartingWith("an event storm: 2097152 events within 60 s, hour 0.00")
                .hasMessageContaining("the last was PRICE_REVIEW of the price policies");
    }

    /** Too large for the only provider, and back a microsecond later: it would ask for ever. */
    @Test
    void aTenantWhoAsksAgainAtOnceIsStoppedAndNamed() {
        Micro world = Micro.world()
                .with(
                        "tenant_classes",
                        "{patient: "
                                + tenants("{rate: 1 per hour}", "1 H100e", "1 h", "")
                                + ", hasty: {home: MY, population: {tenants: 1, think: 3e-10 h}, size: 64 H100e,"
                                + " duration: 1 h, willingness: 9 USD per H100e-hour}}");

        assertThatThrownBy(() -> world.runUnchecked(0))
                .isInstanceOf(EventStormException.class)
                .hasMessageStartingWith("an event storm: 2097152 events within 60 s, hour 0.000583")
                .hasMessageContaining("the last was LEASE_REQUEST of tenant hasty, where a rate, an interval");
    }

    /** What is paid without bound is drawn without bound; no amount of money is. */
    @Test
    void aWillingnessBeyondAllMoneyIsJustMoreThanAnyPrice() {
        Snapshot run = Micro.world()
                .with(
                        "tenant_classes",
                        "{rich: "
                                + tenants(
                                        "{rate: 1 per hour}",
                                        "1 H100e",
                                        "1 h",
                                        "willingness: {pareto: {shape: 0.001, scale: 3 USD per H100e-hour}}")
                                + "}")
                .run(0);

        assertThat(run.metering().signed()).isPositive();
    }
}

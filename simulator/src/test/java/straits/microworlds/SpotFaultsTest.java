package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static straits.microworlds.Micro.tenants;

import java.util.List;
import org.junit.jupiter.api.Test;
import straits.scenario.file.Fault;
import straits.scenario.file.RegimeLibrary;
import straits.scenario.file.ScenarioReader;

/** What a scenario may not say of spot leases, and how it is told. */
final class SpotFaultsTest {

    private static List<String> faults(Micro world) {
        return ScenarioReader.read("micro.yaml", world.text(), RegimeLibrary.NONE).faults().stream()
                .map(Fault::toString)
                .toList();
    }

    private static Micro world(String more) {
        return Micro.world()
                .with("tenant_classes", "{a: " + tenants("{rate: 1 per hour}", "1 H100e", "1 h", more) + "}");
    }

    private static Micro selling(Micro world) {
        return world.replacing("providers", "owner_class: local", "owner_class: local, spot: {mechanism: pay_as_bid}");
    }

    @Test
    void whoBidsNeedsSomebodyWhoSells() {
        assertThat(faults(world("contract: spot, spot: {}")))
                .singleElement()
                .asString()
                .contains("tenant_classes.a.contract", "found spot; no provider has spot");
        assertThat(faults(selling(world("contract: spot, spot: {}")))).isEmpty();
    }

    @Test
    void theContractAndTheTermsBelongTogether() {
        assertThat(faults(selling(world("contract: spot"))))
                .singleElement()
                .asString()
                .contains("tenant_classes.a.contract", "needs spot as well, at least spot: {}");
        assertThat(faults(selling(world("spot: {}"))))
                .singleElement()
                .asString()
                .contains("tenant_classes.a.spot", "it goes with contract: spot only");
    }

    @Test
    void noSpotLeaseIsFoundAtTheStart() {
        assertThat(faults(selling(world("contract: spot, spot: {}, opening: 4 H100e"))))
                .singleElement()
                .asString()
                .contains("tenant_classes.a.opening", "found 4 H100e", "must be 0");
    }

    @Test
    void bidsAreSharesOfWhatATenantWouldPayAndMechanismsHaveNames() {
        assertThat(faults(selling(world("contract: spot, spot: {bid: 1.5}"))))
                .singleElement()
                .asString()
                .contains("tenant_classes.a.spot.bid", "1.5");
        assertThat(faults(world("contract: spot, spot: {}")
                        .replacing(
                                "providers", "owner_class: local", "owner_class: local, spot: {mechanism: vickrey}")))
                .singleElement()
                .asString()
                .contains("vickrey", "uniform_price, pay_as_bid, double_auction");
    }

    @Test
    void oneDoubleAuctionIsCalledAtOneTime() {
        String second = ", other: "
                + Micro.provider("h100", 2, "{site: johor, chip: h100, installed: 10 GPUs}")
                        .replace(
                                "owner_class: local",
                                "owner_class: local, spot: {mechanism: double_auction, clearing: 2 h}");
        Micro two = world("contract: spot, spot: {}")
                .replacing("providers", "owner_class: local", "owner_class: local, spot: {mechanism: double_auction}");
        assertThat(faults(two.replacing("providers", "]}}", "]}" + second + "}")))
                .singleElement()
                .asString()
                .contains("providers.other.spot.clearing", "found 2 h", "must be 1 h as for cloud");
    }
}

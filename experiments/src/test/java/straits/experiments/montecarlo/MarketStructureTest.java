package straits.experiments.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Classes, jurisdictions, wedge and rent of a market with three leases, by hand. */
final class MarketStructureTest {

    private static final String WORLD = Worlds.text("two-tiers.yaml");

    private static final String LICENCE = "rules: {licence: {kind: hardware_licence, dates: {effective: DAY},"
            + " scope: {owner_classes: [local]}, review: r}},"
            + " desk: {review_classes: {r: {review_time: {constant: 1 days}, approve: 1}}}";

    /** January: 40 GPUs x 240 h at 3 USD of the gatekeeper; 10 x 744 h at 2.40 and 5 (of 2 h100e) x 744 h at 5 of the other. */
    @Test
    void classesShareTheMonth() {
        List<ClassRow> rows = Worlds.run(WORLD).rows().classes();
        ClassRow gatekeeper = rows.get(0);
        ClassRow local = rows.get(1);
        double all = 28_800 + 36_456;

        assertThat(rows).extracting(ClassRow::ownerClass).containsExactly("gatekeeper", "local", "gatekeeper", "local");
        assertThat(gatekeeper.revenueUsd()).isEqualTo(28_800);
        assertThat(local.revenueUsd()).isEqualTo(36_456);
        assertThat(local.revenueShare()).isCloseTo(36_456 / all, within(1e-15));
        assertThat(local.gpuHours()).isEqualTo(7_440 + 3_720);
        assertThat(local.h100eHours()).isEqualTo(7_440 + 7_440);
        assertThat(local.usdPerH100eHour()).isCloseTo(36_456.0 / 14_880, within(1e-12));
        assertThat(gatekeeper.hhiPart() + local.hhiPart())
                .isCloseTo(1e4 * (28_800.0 * 28_800 + 36_456.0 * 36_456) / (all * all), within(1e-9));
        assertThat(local.hhiWithin()).isEqualTo(10_000);
    }

    /** In February the gatekeeper sells nothing, at no price. */
    @Test
    void aClassThatSellsNothingHasNoPrice() {
        ClassRow gatekeeper = Worlds.run(WORLD).rows().classes().get(2);

        assertThat(gatekeeper.revenueShare()).isZero();
        assertThat(gatekeeper.hhiPart()).isZero();
        assertThat(gatekeeper.hhiWithin()).isNaN();
        assertThat(gatekeeper.usdPerH100eHour()).isNaN();
    }

    /** All GPUs stand in Malaysia; the gatekeeper is of the US, the other of Malaysia, the tenant of China. */
    @Test
    void theSameHoursByLocationOwnerAndUser() {
        List<JurisdictionRow> rows = Worlds.run(WORLD).rows().jurisdictions();

        assertThat(rows.subList(0, 3))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("key")
                .containsExactly(
                        new JurisdictionRow(rows.get(0).key(), "CN", "training", 0, 0, 24_480),
                        new JurisdictionRow(rows.get(0).key(), "MY", "training", 24_480, 14_880, 0),
                        new JurisdictionRow(rows.get(0).key(), "US", "training", 0, 9_600, 0));
        assertThat(rows).hasSize(5);
    }

    private static double wedge(String effective) {
        String regime = "{title: Licences, " + LICENCE.replace("DAY", effective) + "}";
        return Worlds.run(Worlds.with(WORLD, "{title: No rules}", regime))
                .answers()
                .value(Answer.LICENCE_WEDGE_FRACTION);
    }

    /** H100s cost 2.40 where a licence is asked for and 3.00 where not; January counts as licensed if most of it is. */
    @Test
    void theWedgeComparesPlacesUnderLicenceWithFreeOnes() {
        assertThat(wedge("2024-01-01")).isCloseTo(-0.2, within(1e-12));
        assertThat(wedge("2025-01-16")).isCloseTo(-0.2, within(1e-12));
        assertThat(wedge("2025-01-17")).isNaN();
        assertThat(Worlds.run(WORLD).answers().missing(Answer.LICENCE_WEDGE_FRACTION))
                .isTrue();
    }

    private static UnitResult small(String pricing) {
        String world = Worlds.with(WORLD, "operations_cost: 0.05 USD per GPU-hour", """
                operations_cost: 0.05 USD per GPU-hour
                    pricing: %s""".formatted(pricing));
        return Worlds.run(Worlds.with(world, "\nanchors:", """

                tenant_classes:
                  small: {home: MY, arrivals: {rate: 0.5 per hour}, size: 2 H100e, duration: 10 h, chips: [h100], willingness: 9 USD per H100e-hour}

                anchors:"""));
    }

    /** At list prices there is no rent; at 3.60 for a list price of 3.00, still the cheapest, it is a sixth of what is paid. */
    @Test
    void rentIsWhatIsPaidAboveTheList() {
        UnitResult atList = small("{policy: posted}");
        UnitResult dearer = small("{policy: occupancy, ceiling: 2, steps: {0 %: 1.2}}");
        double paid = dearer.rows().classes().stream()
                        .mapToDouble(ClassRow::revenueUsd)
                        .sum()
                - 82_056;

        assertThat(atList.answers().value(Answer.ON_DEMAND_SCARCITY_RENT_USD)).isCloseTo(0, within(1e-3));
        assertThat(paid).isGreaterThan(30_000);
        assertThat(dearer.rows().classes().stream()
                        .mapToDouble(ClassRow::rentUsd)
                        .sum())
                .isCloseTo(dearer.answers().value(Answer.ON_DEMAND_SCARCITY_RENT_USD), within(1e-6));
        assertThat(dearer.answers().value(Answer.ON_DEMAND_SCARCITY_RENT_USD)).isCloseTo(paid / 6, within(1e-3));
    }

    @Test
    void reportsCountShipmentsAndLeasesOfTheExempted() {
        String exempt = "{title: Exempt, rules: {base: {kind: country_cap, dates: {effective: 2024-01-01}, cap: 1 TPP},"
                + " free: {kind: gatekeeper_exemption, dates: {effective: 2024-01-01}, scope: {owner_classes: [gatekeeper]}}}}";

        Answers answers =
                Worlds.run(Worlds.with(WORLD, "{title: No rules}", exempt)).answers();

        assertThat(answers.value(Answer.REPORTS_FILED)).isEqualTo(1);
        assertThat(Worlds.run(WORLD).answers().value(Answer.REPORTS_FILED)).isZero();
    }
}

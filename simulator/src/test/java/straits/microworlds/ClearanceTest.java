package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.regulation.Clause;
import straits.regulation.Clearance;
import straits.regulation.Clearance.Passage;
import straits.regulation.Clearance.Stop;
import straits.regulation.Consignment;
import straits.regulation.Gatekeeper;
import straits.regulation.Quotas;
import straits.regulation.Refusal;

/** What lets each part of a shipment pass and what keeps the rest back. A GPU has 10 TPP; pool 0 is a gatekeeper's. */
final class ClearanceTest {

    private static final String RULES = """
            exempt: {kind: gatekeeper_exemption, dates: {effective: 2024-01-01}, scope: {owner_classes: [gatekeeper]}, limits: {big: 120 TPP}},
            wide: {kind: country_cap, dates: {effective: 2024-01-01}, cap: 300 TPP},
            low: {kind: low_count_exemption, dates: {effective: 2024-01-01}, per_recipient_and_year: 40 TPP},
            tight: {kind: country_cap, dates: {effective: 2024-01-01}, cap: 200 TPP}
            """;

    private static Gatekeeper door(String rules) {
        return ShipmentWorld.world(rules).door();
    }

    private static Clearance clear(Gatekeeper door, int pool, int gpus) {
        return door.shipments().clear(new Consignment(pool, gpus, 0), List.of());
    }

    @Test
    void everyPartNamesItsRuleAndItsQuota() {
        Clearance clearance = clear(door(RULES), 0, 50);

        assertThat(clearance.passed()).containsExactly(new Passage(12, 0, 0), new Passage(20, 3, 3));
        assertThat(clearance.stopped()).containsExactly(new Stop(18, new Refusal(3, Clause.CAP_EXHAUSTED, 3)));
        assertThat(clearance.gpus()).isEqualTo(32);
    }

    @Test
    void whatIsExemptAsALowCountNamesThatRule() {
        Clearance clearance = clear(door(RULES), 1, 4);

        assertThat(clearance.passed()).containsExactly(new Passage(4, 2, 0));
        assertThat(clearance.stopped()).isEmpty();
    }

    @Test
    void whatIsMoreThanALowCountNamesTheTightestCapAlsoWhereItPasses() {
        assertThat(clear(door(RULES), 1, 10).passed()).containsExactly(new Passage(10, 1, 1));
        Gatekeeper door = door(RULES);
        clear(door, 1, 19);
        assertThat(clear(door, 1, 8).passed()).containsExactly(new Passage(1, 3, 2));
    }

    @Test
    void theTightestCapMayBeTheFirstOfTheFile() {
        String caps = "tight: {kind: country_cap, dates: {effective: 2024-01-01}, cap: 200 TPP},"
                + " wide: {kind: country_cap, dates: {effective: 2024-01-01}, cap: 300 TPP}";
        Clearance clearance = clear(door(caps), 1, 25);

        assertThat(clearance.passed()).containsExactly(new Passage(20, 0, 0));
        assertThat(clearance.stopped()).containsExactly(new Stop(5, new Refusal(0, Clause.CAP_EXHAUSTED, 0)));
    }

    /** What is exempt to the last GPU leaves nothing to any rule after it: their quotas are not even opened. */
    @Test
    void aRuleThatNothingIsLeftForHasNoQuota() {
        String second =
                ", more: {kind: gatekeeper_exemption, dates: {effective: 2024-01-01}, scope: {owner_classes: [gatekeeper]}, limits: {big: 50 TPP}}";
        Gatekeeper door = door(RULES + second);

        assertThat(clear(door, 0, 12).passed()).containsExactly(new Passage(12, 0, 0));
        assertThat(door.quotas().size()).isEqualTo(1);
        assertThat(clear(door, 0, 5).passed()).containsExactly(new Passage(5, 4, 1));
        assertThat(door.quotas().size()).isEqualTo(2);
    }

    /** Leases at big are reported, since big is exempt from a cap; small is exempt from nothing. */
    @Test
    void reportsAreOwedForWhatWasExemptFromSomething() {
        Gatekeeper door = door(RULES);
        clear(door, 0, 12);
        assertThat(door.reports()).isEqualTo(1);
        clear(door, 0, 5);
        assertThat(door.reports()).as("nothing of it was exempt").isEqualTo(1);
        door.leaseSigned(1);
        assertThat(door.reports()).as("a lease at small").isEqualTo(1);
        door.leaseSigned(0);
        assertThat(door.reports()).as("a lease at big").isEqualTo(2);

        Gatekeeper silent = door(RULES.replace("limits:", "reports: false, limits:"));
        clear(silent, 0, 12);
        silent.leaseSigned(0);
        assertThat(silent.reports()).as("the exemption asks for no reports").isZero();

        Gatekeeper elsewhere = door(RULES.replace("cap: 300 TPP", "cap: 300 TPP, scope: {owners: [small]}")
                .replace("cap: 200 TPP", "cap: 200 TPP, scope: {owners: [small]}"));
        elsewhere.leaseSigned(0);
        assertThat(elsewhere.reports()).as("no cap covers big").isZero();
    }

    /** 7 % of 1,000 TPP are 7 GPUs in one country; what stands among allies leaves 250, 70 or 50 TPP in all. */
    @ParameterizedTest
    @CsvSource({"300, 7, malaysia", "430, 7, malaysia", "450, 5, ''"})
    void ofTwoQuotasOfARuleTheTightestIsNamed(int alliesTpp, int gpus, String country) {
        Gatekeeper door = door(
                "universal: {kind: universal_validated_end_user, dates: {effective: 2024-01-01}, companies: {giant: {owners: [big], worldwide: 1000 TPP, tier_one_abroad: "
                        + alliesTpp
                        + " TPP}}, most_in_one_country: 7 %, least_in_tier_one: 75 %, least_at_home: 50 %},"
                        + " cap: {kind: country_cap, dates: {effective: 2024-01-01}, cap: 0 TPP}");
        Passage exempt = clear(door, 0, 30).passed().get(0);

        assertThat(exempt.gpus()).isEqualTo(gpus);
        assertThat(door.quotas().name(exempt.quota())).isEqualTo(new Quotas.Name("universal", "giant", country));
    }

    @Test
    void whoBelongsToNoCompanyHasNoShare() {
        Gatekeeper door = door(
                "universal: {kind: universal_validated_end_user, dates: {effective: 2024-01-01}, companies: {giant: {owners: [big], worldwide: 1000 TPP}}, most_in_one_country: 7 %, least_in_tier_one: 75 %, least_at_home: 50 %},"
                        + " cap: {kind: country_cap, dates: {effective: 2024-01-01}, cap: 50 TPP}");

        assertThat(clear(door, 1, 30).gpus()).isEqualTo(5);
    }

    @Test
    void whereNothingIsAskedNoRuleIsNamed() {
        Clearance clearance = clear(door(""), 1, 7);

        assertThat(clearance.passed()).containsExactly(new Passage(7, Clearance.NO_RULE, Gatekeeper.NO_QUOTA));
    }

    @Test
    void extensionsHoldBackFirstAndTheStrictestIsNamed() {
        String rations =
                "a: {kind: ration, dates: {effective: 2024-01-01}, parameters: {gpus: 30}}, b: {kind: ration, dates: {effective: 2024-01-01}, parameters: {gpus: 25}}, cap: {kind: country_cap, dates: {effective: 2024-01-01}, cap: 200 TPP}";
        Clearance clearance = clear(door(rations), 1, 40);

        assertThat(clearance.stopped())
                .containsExactly(
                        new Stop(15, new Refusal(1, Clause.PROHIBITED, Gatekeeper.NO_QUOTA)),
                        new Stop(5, new Refusal(2, Clause.CAP_EXHAUSTED, 0)));
        assertThat(clearance.gpus()).isEqualTo(20);
    }
}

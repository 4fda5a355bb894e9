package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.scenario.file.RegimeLibrary;
import straits.scenario.file.ScenarioReader;

/** Terms of contracts that cannot be: one fault each, in its own words. */
final class ContractFaultsTest {

    private static final String PRICE = "on_demand: 2.0 USD per GPU-hour";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            reserved: {prepaid: 120 %} | tenant_classes.c.reserved.prepaid: found 120 %; must be at least 0 and at most 1
            reserved: {take_or_pay: -1 %} | tenant_classes.c.reserved.take_or_pay: found -1 %; must be at least 0 and at most 1
            reserved: {exit_fee: 2} | tenant_classes.c.reserved.exit_fee: found 2; must be at least 0 and at most 1
            reserved: {used: {uniform: {low: 0.9, high: 0.1}}} | tenant_classes.c.reserved.used.uniform: found 0.9 before 0.1 in base units; parameters must ascend
            reserved: {need_ends: 0 h} | tenant_classes.c.reserved.need_ends: found 0 h; must be above 0 h
            reserved: {need_ends: {empirical: []}} | tenant_classes.c.reserved.need_ends.empirical: found an empty list; must have at least one value
            reserved: {termination: {refund: 101 %}} | tenant_classes.c.reserved.termination.refund: found 101 %; must be at least 0 and at most 1
            """)
    void ofReservedLeases(String terms, String fault) {
        assertThat(faults("contract: reserved, " + terms, "730 h", "")).containsExactly(fault);
    }

    @ParameterizedTest
    @CsvSource({"729 h, 729", "61 months, 44530"})
    void ofTheirTerm(String term, String hours) {
        assertThat(faults("contract: reserved, reserved: {}", term, ""))
                .containsExactly("tenant_classes.c.duration: found a term of " + hours
                        + " h; a reserved term is 1 to 60 months, 730 to 43800 h");
    }

    @ParameterizedTest
    @CsvSource({"730 h", "60 months", "'{exponential: {mean: 9 h}}'"})
    void noneOfATermWithinItsLimitsOrDrawn(String term) {
        assertThat(faults("contract: reserved, reserved: {}", term, "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            reserved: {} | tenant_classes.c.reserved: found terms of reserved leases, and the contract is on_demand; write contract: reserved
            """)
    void ofLeasesOnDemand(String terms, String fault) {
        assertThat(faults(terms, "730 h", "")).containsExactly(fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {term: 1 months, discount: 1.1} | [0].discount: found 1.1; must be at least 0 and at most 1
            {term: 2 months, discount: 0.1}, {term: 1 months, discount: 0.2} | [1].term: found 730 h; must be above the step before, 1460 h
            {term: 1 months, discount: 0.2}, {term: 2 months, discount: 0.1} | [1].discount: found 0.1; a longer term must have at least the discount of the step before, 0.2
            """)
    void ofDiscounts(String steps, String fault) {
        assertThat(faults("contract: reserved", "730 h", ", discounts: [" + steps + "]"))
                .containsExactly("providers.cloud.offers.h100.discounts" + fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            prepaid: 1.5 | .prepaid: found 1.5; must be at least 0 and at most 1
            late_fee: -1 | .late_fee: found -1; must be at least 0 and at most 10
            ramp: [{after: 9 h, share: 60 %}, {after: 10 h, share: 40 %}] | .ramp: found stages of 1 in all; they must add to less than 1: the rest begins at signing
            ramp: [{after: 9 h, share: 10 %}, {after: 9 h, share: 10 %}] | .ramp[1].after: found 9 h; must be above the stage before, 9 h
            swap: {premium: -5 %} | .swap.premium: found -5 %; must be at least 0 and at most 10
            """)
    void ofBlocks(String terms, String fault) {
        Micro world = Micro.world()
                .with(
                        "anchors",
                        "{a: {home: MY, budget: 1 USD, max_price: 1 USD per H100e-hour, need: {2024-01-01: 1 H100e}, block: {"
                                + terms + "}}}");
        assertThat(faults(world)).containsExactly("anchors.a.block" + fault);
    }

    private static List<String> faults(String rest, String term, String price) {
        Micro world = Micro.world()
                .replacing("providers", PRICE, PRICE + price)
                .with("tenant_classes", "{c: " + Micro.tenants("{rate: 1 per hour}", "1 H100e", term, rest) + "}");
        return faults(world);
    }

    private static List<String> faults(Micro world) {
        return ScenarioReader.read("micro.yaml", world.text(), RegimeLibrary.NONE).faults().stream()
                .map(fault -> fault.path() + ": " + fault.message())
                .toList();
    }
}

package straits.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How the values of a scenario must fit together, beyond what each may be by itself. Comparisons are written so that NaN
 * passes: the reader puts it where a number is itself faulty, and has said so.
 */
public final class Validation {

    private Validation() {}

    /** Everything found in a scenario and the regimes it writes out. */
    public static List<Finding> of(Scenario scenario) {
        List<Finding> findings = new ArrayList<>();
        new CalendarChecks(scenario, findings).run();
        new SizeChecks(scenario, findings).run();
        new SupplyChecks(scenario, findings).run();
        new VendorChecks(scenario, findings).run();
        new PricingChecks(scenario, findings).run();
        new OpeningLeaseChecks(scenario, findings).run();
        new DemandChecks(scenario, findings).run();
        new FailureChecks(scenario, findings).run();
        new ContractChecks(scenario, findings).run();
        new SpotChecks(scenario, findings).run();
        new NegotiationChecks(scenario, findings).run();
        new ChannelChecks(scenario, findings).run();
        scenario.ownRegimes()
                .forEach((key, regime) -> new RegimeChecks("own_regimes." + key + ".", regime, findings).run());
        return findings;
    }

    /** Everything found between a scenario and the regimes it compares, by key, those of the program among them. */
    public static List<Finding> between(Scenario scenario, Map<String, Regime> regimes) {
        List<Finding> findings = new ArrayList<>();
        regimes.forEach((key, regime) -> new DutyChecks(scenario, findings).run(key, regime));
        return findings;
    }

    /** Everything found in a regime by itself. */
    public static List<Finding> of(Regime regime) {
        List<Finding> findings = new ArrayList<>();
        new RegimeChecks("", regime, findings).run();
        return findings;
    }
}

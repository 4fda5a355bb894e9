package straits.scenario;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a pool is of.
 *
 * @param provider slug of its owner
 * @param site slug of its site
 * @param chip slug of its chips
 */
public record PoolName(String provider, String site, String chip) {

    /**
     * The pools of a scenario: every provider x site x chip that its fleets, deliveries, order rules and the licensed chips of its
     * anchors name, in that order.
     */
    public static Set<PoolName> of(Scenario scenario) {
        Set<PoolName> names = new LinkedHashSet<>();
        scenario.providers()
                .forEach((key, each) ->
                        each.fleet().forEach(fleet -> names.add(new PoolName(key, fleet.site(), fleet.chip()))));
        for (Delivery each : scenario.deliveries().values()) {
            names.add(new PoolName(each.provider(), each.site(), each.chip()));
            if (each.diversion() != null) {
                names.add(new PoolName(each.provider(), each.diversion().to(), each.chip()));
            }
        }
        scenario.providers()
                .forEach((key, each) ->
                        each.orders().forEach(rule -> names.add(new PoolName(key, rule.site(), rule.chip()))));
        for (AnchorTenant anchor : scenario.anchors().values()) {
            for (Channel channel : anchor.channels().values()) {
                if (channel instanceof Channel.LicensedChips each) {
                    names.add(new PoolName(each.provider(), each.site(), each.chip()));
                }
            }
        }
        return names;
    }
}

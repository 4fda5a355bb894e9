package straits.supply;

import java.time.LocalDate;
import straits.scenario.Delivery;
import straits.scenario.OrderRule;
import straits.scenario.Quantity;

/** One order rule of one provider and the demand it has seen. */
final class OrderPlan {

    /** A shortage smaller than this part of a lot is none: what is left of sums in doubles. */
    private static final double ROUNDING = 1e-9;

    private final String provider;
    private final OrderRule rule;
    private final int pool;
    private final DemandForecast demand;

    OrderPlan(String provider, OrderRule rule, int pool) {
        this.provider = provider;
        this.rule = rule;
        this.pool = pool;
        demand = new DemandForecast(
                rule.levelWeight().value(), rule.trendWeight().value());
    }

    OrderRule rule() {
        return rule;
    }

    int pool() {
        return pool;
    }

    /**
     * GPUs to order: so many lots that the rentable GPUs there are and will be cover what is expected when the order after this one
     * could serve, at the utilisation wanted.
     *
     * @param leased GPUs leased or promised
     * @param position rentable GPUs there are or that are on their way
     */
    int gpusToOrder(double leased, double position) {
        demand.observe(leased);
        double every = rule.every().value();
        double leadHours = rule.vendorLead().value() + rule.install().value() + every;
        double wanted =
                demand.ahead(leadHours / every) / rule.targetUtilisation().value();
        double shortage = (wanted - position) / rule.rentableFraction().value();
        double lot = rule.lot().value();
        double lots = Math.ceil(shortage / lot - ROUNDING);
        double most = Math.floor(rule.most().value() / lot);
        return (int) (Math.max(0, Math.min(lots, most)) * lot);
    }

    Delivery terms(int gpus, LocalDate ordered) {
        return new Delivery(
                provider,
                rule.site(),
                rule.chip(),
                Quantity.of(gpus),
                rule.rentableFraction(),
                ordered,
                rule.vendorLead(),
                rule.install(),
                rule.slip(),
                false,
                null,
                null);
    }
}

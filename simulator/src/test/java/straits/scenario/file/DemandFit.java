package straits.scenario.file;

import java.util.List;

/** What goes together in the sections of tenants. */
final class DemandFit {

    private static final List<String> WAYS_TO_ASK = List.of("population", "trace", "arrivals");

    private DemandFit() {}

    /** Somebody comes in one way. */
    static void oneWayToAsk(Fitting tenants) {
        String other = tenants.chance(0.5) ? "population" : "trace";
        tenants.only(tenants.chance(0.5) ? "arrivals" : other, WAYS_TO_ASK);
    }

    /** An extension buys for a need by date, at list prices. */
    static void strategy(Fitting anchor) {
        anchor.drop(List.of("strategy"));
        if (anchor.chance(0.2)) {
            anchor.drop(List.of("needs", "efficiency_shocks", "channels", "negotiation"));
            anchor.need("need");
            anchor.put("strategy", "thrifty");
            anchor.put("strategy_parameters", "{share: 0.5, most-usd: 4}");
        }
    }

    /** Only a schedule has shares, which add to one. */
    static void pacing(Fitting pacing) {
        pacing.drop(List.of("shares"));
        if (pacing.text("kind").equals("scheduled")) {
            pacing.put("shares", pacing.chance(0.5) ? "[25 %, 0.5, 25 %]" : "[0.1, 0.9]");
        }
    }

    /** Only sealed bids have values that both sides know of. */
    static void bids(Fitting negotiation) {
        negotiation.drop(List.of("bids"));
        if (negotiation.text("strategy").equals("sealed_bids")) {
            negotiation.put("bids", "{low: 0.5 USD per H100e-hour, high: 4 USD per H100e-hour}");
        }
    }
}

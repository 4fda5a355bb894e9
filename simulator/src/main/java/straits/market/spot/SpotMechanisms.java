package straits.market.spot;

import straits.scenario.SpotSale.Mechanism;

/** The mechanisms by the names that scenarios give them. */
public final class SpotMechanisms {

    private SpotMechanisms() {}

    /** The mechanism of a name. */
    public static SpotMechanism of(Mechanism name) {
        return switch (name) {
            case UNIFORM_PRICE -> new UniformPriceAuction();
            case PAY_AS_BID -> new PayAsBidAuction();
            case DOUBLE_AUCTION -> new CallDoubleAuction();
        };
    }
}

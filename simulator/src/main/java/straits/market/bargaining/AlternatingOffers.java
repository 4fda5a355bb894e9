package straits.market.bargaining;

/**
 * The tenant offers in odd rounds, the provider in even ones, and whoever is offered something accepts it if waiting for its
 * own next offer would not be better. The offers are the subgame-perfect ones of A. Rubinstein, "Perfect Equilibrium in a
 * Bargaining Model", Econometrica 50, 1982, for a tenant that may turn to others instead of answering, as in K. Binmore,
 * A. Shaked and J. Sutton, Quarterly Journal of Economics 104, 1989.
 *
 * <p>With discount factors d of the tenant and e of the provider, the tenant keeps the share m = (1 - e) / (1 - d e) of the
 * surplus when it offers and d m when the provider does. If others would leave it a share o above d m, it gets o when the
 * provider offers, and 1 - e (1 - o) when it offers itself.
 *
 * <p>Sides that know each other's reservation values agree in the first round. A side that takes the other's for something
 * else makes its offers by that; each offer refused moves its belief half the way to its own reservation value. That is a rule of
 * thumb, no equilibrium.
 */
public final class AlternatingOffers implements BargainingStrategy {

    /** An offer that equals what waiting is worth is accepted, whatever the last bit says. */
    private static final double ROUNDING = 1e-12;

    @Override
    public boolean begins(Sides sides) {
        boolean tenantSees = sides.floorBelievedUsd() <= sides.ceilingUsd();
        boolean providerSees = sides.floorUsd() <= Math.min(sides.limitBelievedUsd(), sides.outsideUsd());
        return tenantSees && providerSees;
    }

    @Override
    public double price(Sides sides, int round) {
        boolean tenantOffers = round % 2 == 1;
        double offer = tenantOffers ? tenantOffer(sides, round) : providerOffer(sides, round);
        boolean accepted = tenantOffers ? providerAccepts(sides, round, offer) : tenantAccepts(sides, round, offer);
        return accepted ? offer : NO_PRICE;
    }

    private static boolean providerAccepts(Sides sides, int round, double offer) {
        double later = providerOffer(sides, round + 1) - sides.floorUsd();
        return atLeast(offer - sides.floorUsd(), sides.providerDiscount() * later);
    }

    private static boolean tenantAccepts(Sides sides, int round, double offer) {
        double later = sides.limitUsd() - tenantOffer(sides, round + 1);
        double elsewhere = sides.limitUsd() - sides.ceilingUsd();
        return atLeast(sides.limitUsd() - offer, Math.max(elsewhere, sides.tenantDiscount() * later));
    }

    private static boolean atLeast(double gain, double needed) {
        return gain >= needed - ROUNDING * Math.max(1, Math.abs(needed));
    }

    private static double tenantOffer(Sides sides, int round) {
        double limit = sides.limitUsd();
        double floor = conceded(sides.floorBelievedUsd(), limit, round / 2);
        double share = 1 - sides.providerDiscount() * (1 - answeringShare(sides, limit, floor));
        return Math.min(sides.outsideUsd(), limit - share * Math.max(0, limit - floor));
    }

    private static double providerOffer(Sides sides, int round) {
        double floor = sides.floorUsd();
        double limit = conceded(sides.limitBelievedUsd(), floor, (round - 1) / 2);
        double share = answeringShare(sides, limit, floor);
        return floor + (1 - share) * Math.max(0, limit - floor);
    }

    /** A belief about the other's reservation value after some of one's offers were refused. */
    private static double conceded(double believed, double own, int refusals) {
        return own + StrictMath.scalb(believed - own, -refusals);
    }

    /** The share of the surplus that the tenant gets where the provider offers. */
    private static double answeringShare(Sides sides, double limit, double floor) {
        double surplus = limit - floor;
        double offering = (1 - sides.providerDiscount()) / (1 - sides.tenantDiscount() * sides.providerDiscount());
        double answering = sides.tenantDiscount() * offering;
        return surplus > 0 ? Math.max(answering, Math.min(1, (limit - sides.outsideUsd()) / surplus)) : answering;
    }

    @Override
    public boolean goesOn() {
        return true;
    }
}

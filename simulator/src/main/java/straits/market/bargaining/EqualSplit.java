package straits.market.bargaining;

/**
 * Both sides know each other's reservation values and split the surplus half-half at once, the tenant paying no more than
 * others would take: the symmetric solution of J. F. Nash, "The Bargaining Problem", Econometrica 18, 1950, with outside
 * options as K. Binmore, A. Shaked and J. Sutton, Quarterly Journal of Economics 104, 1989, have them.
 */
public final class EqualSplit implements BargainingStrategy {

    @Override
    public boolean begins(Sides sides) {
        return sides.gain();
    }

    @Override
    public double price(Sides sides, int round) {
        return sides.gain() ? Math.min((sides.limitUsd() + sides.floorUsd()) / 2, sides.outsideUsd()) : NO_PRICE;
    }

    @Override
    public boolean goesOn() {
        return false;
    }
}

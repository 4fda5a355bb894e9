package straits.market;

import straits.regulation.Gatekeeper;

/** How far the candidates of a request came, which rule decided, and the first that would pass if a rule were satisfied. */
final class StagesReached {

    private Stage furthest = Stage.INCOMPATIBLE;
    private int deciding = Gatekeeper.NO_RULE;
    private int attainable = OfferChoice.NONE;
    private int attainablePlace;

    /** No candidate yet. */
    void clear() {
        furthest = Stage.INCOMPATIBLE;
        deciding = Gatekeeper.NO_RULE;
        attainable = OfferChoice.NONE;
    }

    /** A candidate reached a stage. */
    void reach(Stage stage) {
        if (stage.compareTo(furthest) > 0) {
            furthest = stage;
        }
    }

    /** A rule ended a candidate at a stage. */
    void note(Stage stage, int rule) {
        if (stage.compareTo(furthest) > 0) {
            furthest = stage;
            deciding = rule;
        }
    }

    /** A candidate would pass if a rule were satisfied; the one first in the tenant's own order counts. */
    void ask(int rule, int pool, int place) {
        if (attainable == OfferChoice.NONE || place < attainablePlace) {
            attainable = pool;
            attainablePlace = place;
            deciding = rule;
        }
    }

    /** The furthest stage. */
    Stage furthest() {
        return furthest;
    }

    /** The rule that asks for it at {@link #attainable()}; else the rule that refused, if that is how far it came. */
    int deciding() {
        return deciding;
    }

    /** The pool that would pass; NONE if there is none. */
    int attainable() {
        return attainable;
    }
}

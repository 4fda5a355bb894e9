package straits.experiments.story;

import java.util.HashSet;
import java.util.Set;
import straits.regulation.DeskListener.Decision;

/** The applications of one thing, put into words as they are filed and decided. */
final class Reviews {

    private final Set<Integer> own = new HashSet<>();
    private int returned = -1;

    /** Whether an application was filed here. */
    boolean has(int application) {
        return own.contains(application);
    }

    boolean isEmpty() {
        return own.isEmpty();
    }

    /** An application was filed; a phrase. */
    String filed(int application, int attempt) {
        own.add(application);
        String how = attempt == 0 ? "Filed" : "Filed again (resubmission " + attempt + ")";
        return how + " as application " + application;
    }

    /** A decision; a sentence. What comes back and is not filed again is refused in the same instant. */
    String decided(int application, Decision decision) {
        boolean cameBack = application == returned;
        returned = decision == Decision.RETURNED ? application : -1;
        return "Application " + application + ": "
                + switch (decision) {
                    case APPROVED -> "approved.";
                    case RETURNED -> "returned without action.";
                    case REFUSED -> cameBack ? "not filed again, or no room for it; refused for good." : "refused.";
                    default -> Words.of(decision) + ".";
                };
    }
}

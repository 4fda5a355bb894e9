package straits.regulation;

import java.util.ArrayList;
import java.util.List;
import straits.random.KeyedDraws;
import straits.random.Randomness;
import straits.random.Sampler;
import straits.random.Samplers;
import straits.scenario.Desk;
import straits.scenario.Review;

/** The agencies that must agree: office 1 and the following, after the desk itself, in the order of the regime. */
final class Agencies {

    private final List<Office> offices = new ArrayList<>();
    private final List<Sampler> reviewTimes = new ArrayList<>();
    private final List<Double> agree = new ArrayList<>();
    private final List<KeyedDraws> draws = new ArrayList<>();
    private final List<List<Office>> asked = new ArrayList<>();

    Agencies(Desk desk, Randomness randomness) {
        List<String> keys = List.copyOf(desk.agencies().keySet());
        desk.agencies().forEach((key, agency) -> {
            offices.add(new Office(offices.size() + 1, agency.reviewers()));
            reviewTimes.add(Samplers.of(agency.reviewTime()));
            agree.add(agency.agree().value());
            draws.add(randomness.keyed("agency " + key));
        });
        for (Review review : desk.reviewClasses().values()) {
            asked.add(review.agencies().stream()
                    .map(key -> offices.get(keys.indexOf(key)))
                    .toList());
        }
    }

    List<Office> all() {
        return offices;
    }

    /** Those asked about a class of applications. */
    List<Office> asked(int reviewClass) {
        return asked.get(reviewClass);
    }

    /** How long an agency's review takes, in hours. */
    double reviewHours(Office agency, Application file) {
        int each = agency.id() - 1;
        return reviewTimes.get(each).at(file.uniform(draws.get(each), 0));
    }

    /** Whether all that were asked agree. */
    boolean agree(Application file) {
        for (Office agency : asked(file.reviewClass())) {
            int each = agency.id() - 1;
            if (file.uniform(draws.get(each), 1) >= agree.get(each)) {
                return false;
            }
        }
        return true;
    }
}

package straits.experiments.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import straits.scenario.AtLease;
import straits.scenario.AtShipment;
import straits.scenario.Regime;
import straits.scenario.Rule;

/**
 * The lawful routes that the rules themselves provide, read off their records and nothing else: a licence, or a class of
 * providers that is exempt. No amount, no other party and no other order of things is looked at.
 */
final class LawfulRoutes {

    private final Regime regime;

    LawfulRoutes(Regime regime) {
        this.regime = regime;
    }

    /** Sentences on what a rule provides in a country on a day; an empty list if it says nothing. */
    List<String> of(Rule rule, String country, LocalDate on) {
        List<String> routes = new ArrayList<>();
        String review = review(rule);
        if (review != null) {
            String asked = rule instanceof AtShipment.ThirdCountryPermit ? "permit" : "licence";
            routes.add("It provides for a " + asked + ", filed in review class \"" + review + "\".");
        } else if (rule instanceof AtShipment.CountryCap cap) {
            routes.add("It provides for no licence.");
            addAgreement(routes, cap.agreements().get(country), on);
        }
        if (rule instanceof AtShipment.HardwareLicence || rule instanceof AtShipment.CountryCap) {
            regime.rules().forEach((key, other) -> addExemption(routes, key, other, country, on));
        }
        return routes;
    }

    /** The review class in which a rule asks licences; null if it asks none. */
    static @Nullable String review(Rule rule) {
        if (rule instanceof AtShipment.HardwareLicence licence) {
            return licence.review();
        }
        if (rule instanceof AtShipment.ThirdCountryPermit permit) {
            return permit.review();
        }
        return rule instanceof AtLease.RemoteAccess access ? access.review() : null;
    }

    private static void addAgreement(List<String> routes, AtShipment.@Nullable Agreement agreement, LocalDate on) {
        if (agreement != null) {
            routes.add("It provides for an agreement with the country, "
                    + (on.isBefore(agreement.from()) ? "which takes effect on " : "in effect since ")
                    + StoryDates.words(agreement.from()) + ".");
        }
    }

    private void addExemption(List<String> routes, String key, Rule rule, String country, LocalDate on) {
        boolean covers = regime.covers(rule.scope(), country);
        boolean classOnly = !rule.scope().ownerClasses().isEmpty();
        if (rule instanceof AtShipment.Exemption && classOnly && covers && inForce(rule.dates(), on)) {
            routes.add("The regime exempts providers of class " + classes(rule) + " under \"" + key + "\".");
        }
    }

    private static String classes(Rule rule) {
        return rule.scope().ownerClasses().stream().map(Words::of).collect(Collectors.joining(" or "));
    }

    private static boolean inForce(Rule.Dates dates, LocalDate on) {
        LocalDate rescinded = dates.rescinded();
        return !on.isBefore(dates.effective()) && (rescinded == null || on.isBefore(rescinded));
    }

    /** The rules that ask licences in a review class, by key. */
    List<String> asking(String reviewClass) {
        return regime.rules().entrySet().stream()
                .filter(each -> reviewClass.equals(review(each.getValue())))
                .map(Map.Entry::getKey)
                .toList();
    }
}

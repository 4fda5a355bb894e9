package straits.scenario;

import java.util.List;

/**
 * Something wrong or suspicious about how the values of a scenario fit together.
 *
 * @param path path of the value in the notation of scenario files
 * @param message what was found and what is allowed
 * @param uses paths of the other values the check looked at: where one of them is itself faulty, the finding says nothing
 * @param beside those of them whose place is told as well
 * @param severity whether the scenario can be used
 */
public record Finding(String path, String message, List<String> uses, List<String> beside, Severity severity) {

    /** Copies the lists, so that the record stays immutable. */
    public Finding {
        uses = List.copyOf(uses);
        beside = List.copyOf(beside);
    }

    /** How bad a finding is. */
    public enum Severity {
        /** The scenario cannot be used. */
        FAULT,
        /** The scenario can be used, but probably says something it does not mean. */
        WARNING
    }

    /** A fault. */
    public static Finding fault(String path, String message, String... uses) {
        return new Finding(path, message, List.of(uses), List.of(), Severity.FAULT);
    }

    static Finding warning(String path, String message, String... uses) {
        return new Finding(path, message, List.of(uses), List.of(), Severity.WARNING);
    }

    /** The same finding, about another value as much as about its own. */
    Finding beside(String other) {
        return new Finding(path, message, List.of(other), List.of(other), severity);
    }
}

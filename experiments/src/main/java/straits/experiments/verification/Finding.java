package straits.experiments.verification;

/** What came of one output of a case. */
public enum Finding {
    /** It is what theory says, and an error would have been seen. */
    PASS("PASS"),
    /** It is not what theory says. */
    FAIL("FAIL"),
    /** It may be what theory says, but too few replications were run to see an error: no pass. */
    TOO_FEW("TOO FEW");

    private final String word;

    Finding(String word) {
        this.word = word;
    }

    /** As the scorecard writes it. */
    public String word() {
        return word;
    }

    static Finding ofWord(String word) {
        for (Finding each : values()) {
            if (each.word.equals(word)) {
                return each;
            }
        }
        throw new IllegalArgumentException("no finding: \"" + word + "\"");
    }
}

package straits.regulation;

/** What happens to a rule on a date. The payload of a {@link straits.event.EventKind#RULE_CHANGE} is the ordinal. */
public enum RuleStage {
    /** It ends. */
    RESCINDED,
    /** What it covers counts from now on. */
    EFFECTIVE,
    /** It becomes known; nothing is counted or refused yet. */
    ANNOUNCED,
    /** It refuses from now on. */
    COMPLIANCE,
    /** Its amounts change: an agreement begins, an allocation grows. */
    AMENDED;

    private static final RuleStage[] ALL = values();

    /** The stage of a payload. */
    public static RuleStage of(long payload) {
        return ALL[Math.toIntExact(payload)];
    }

    /** Whether what is lawful may change with it. */
    public boolean changesTheLaw() {
        return this != ANNOUNCED;
    }
}

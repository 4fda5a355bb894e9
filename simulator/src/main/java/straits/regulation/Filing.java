package straits.regulation;

/**
 * An application as its applicant writes it.
 *
 * @param applicant who is told of the decision
 * @param subject the applicant's own id for it
 * @param rule the rule that asks for a licence
 * @param reviewClass how it is reviewed
 * @param holder who will hold the licence: a provider or a tenant
 * @param country where
 * @param key first half of the key of its draws: who applies
 * @param ordinal second half: the applicant's how manieth application
 */
public record Filing(
        LicenceDesk.Applicant applicant,
        int subject,
        int rule,
        int reviewClass,
        String holder,
        String country,
        long key,
        long ordinal) {}

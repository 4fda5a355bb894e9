package straits.experiments.verification;

/** Follows a verification as it goes, on the thread that runs it. */
@FunctionalInterface
public interface VerificationProgress {

    /**
     * Something was done or some time has passed.
     *
     * @param caseId the case under way
     * @param done replications of its present trial that are done
     * @param replications replications of its present trial
     */
    void at(String caseId, int done, int replications);
}

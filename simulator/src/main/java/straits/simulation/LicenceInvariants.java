package straits.simulation;

import straits.regulation.LicenceDesk;
import straits.regulation.Licences;

/** Applications, licences and quotas. */
final class LicenceInvariants {

    private final Assembly parts;

    LicenceInvariants(Assembly parts) {
        this.parts = parts;
    }

    /** Everything, counted anew. */
    void recount(long nowMicros) {
        Invariant.QUOTAS.require(parts.gatekeeper().quotas().balanced(), () -> "a quota is not granted = drawn + left");
        Licences licences = parts.desk().licences();
        Invariant.QUOTAS.require(
                licences.balanced(), () -> "a quota is not what it was and what its licences in force add");
        int licence = parts.gatekeeper().licenceOutOfTime(nowMicros);
        Invariant.LICENCE_TIMES.require(
                licence == Licences.NONE,
                () -> "licence " + licence + " is " + licences.state(licence) + ", granted at "
                        + licences.grantedMicros(licence) + " µs, to expire at " + licences.expiryMicros(licence)
                        + ", it is " + nowMicros);
        applications(parts.desk());
    }

    private static void applications(LicenceDesk desk) {
        long undecided = desk.undecided();
        int inHouse = desk.measures().inHouse();
        Invariant.APPLICATIONS.require(
                undecided == inHouse,
                () -> undecided + " applications are not decided, " + inHouse + " are counted in the house");
        Invariant.APPLICATIONS.require(desk.withinReviewers(), () -> "an office reviews more than it has reviewers");
    }
}

package straits.scenario;

import java.time.LocalDate;
import java.util.List;

/** How the values of a licence desk fit together. */
final class DeskChecks {

    private static final double ROUNDING = 1e-9;

    /** A file keeps the answers it waits for as the bits of a long. */
    private static final int MOST_AGENCIES = 60;

    private final String prefix;
    private final Desk desk;
    private final List<Finding> findings;

    DeskChecks(String prefix, Desk desk, List<Finding> findings) {
        this.prefix = prefix;
        this.desk = desk;
        this.findings = findings;
    }

    void run() {
        desk.reviewClasses().forEach((key, review) -> review(prefix + "review_classes." + key, review));
        desk.agencies()
                .forEach((key, agency) ->
                        distribution(prefix + "agencies." + key + ".review_time", agency.reviewTime()));
        if (desk.agencies().size() > MOST_AGENCIES) {
            findings.add(Finding.fault(
                    prefix + "agencies",
                    "found " + desk.agencies().size() + " agencies; must be at most " + MOST_AGENCIES));
        }
        holds();
        backlog();
    }

    private void distribution(String path, Distribution distribution) {
        new DistributionChecks(findings).check(path, distribution);
    }

    private void review(String path, Review review) {
        distribution(path + ".review_time", review.reviewTime());
        if (review.withdraw() != null) {
            distribution(path + ".withdraw.after", review.withdraw().after());
        }
        double decided = review.approve().value() + review.deny().value();
        if (decided > 1 + ROUNDING) {
            findings.add(Finding.fault(
                    path,
                    "found approve and deny that add to " + Words.number(decided) + "; must add to at most 1",
                    path + ".approve",
                    path + ".deny"));
        }
        conditions(path, review);
        if (review.licence().audits() != null) {
            audits(path + ".licence.audits", review.licence().audits());
        }
    }

    private void audits(String path, LicenceTerms.Audits audits) {
        double acted = audits.revoke().value() + audits.suspend().value();
        if (acted > 1 + ROUNDING) {
            findings.add(Finding.fault(
                    path,
                    "found revoke and suspend that add to " + Words.number(acted) + "; must add to at most 1",
                    path + ".revoke",
                    path + ".suspend"));
        }
        for (int each = 1; each < audits.dates().size(); each++) {
            LocalDate before = audits.dates().get(each - 1);
            LocalDate date = audits.dates().get(each);
            if (!date.isAfter(before)) {
                findings.add(Finding.fault(
                        path + ".dates[" + each + "]", "found " + date + " after " + before + "; dates must ascend"));
            }
        }
        boolean happen = audits.rate().value() > 0 || !audits.dates().isEmpty();
        if (!happen && acted > 0) {
            findings.add(Finding.warning(
                    path, "found audits that never happen: neither a rate nor dates", path + ".rate", path + ".dates"));
        }
        if (audits.suspend().value() > 0 && audits.suspension().value() == 0) {
            findings.add(Finding.warning(path + ".suspension", "found suspensions of no length", path + ".suspend"));
        }
    }

    private void conditions(String path, Review review) {
        boolean named = !review.conditions().isEmpty();
        boolean drawn = review.conditional().value() > 0;
        if (named && !drawn) {
            findings.add(Finding.warning(
                    path + ".conditions",
                    "found conditions that no approval carries: conditional is 0",
                    path + ".conditional"));
        } else if (drawn && !named) {
            findings.add(Finding.warning(
                    path + ".conditional",
                    "found approvals with conditions, but no conditions to name",
                    path + ".conditions"));
        }
    }

    private void holds() {
        for (int each = 0; each < desk.holds().size(); each++) {
            String path = prefix + "holds[" + each + "]";
            Desk.Hold hold = desk.holds().get(each);
            if (!hold.until().isAfter(hold.from())) {
                findings.add(Finding.fault(
                        path + ".until",
                        "found " + hold.until() + "; must be after from, " + hold.from(),
                        path + ".from"));
            }
            if (each > 0 && hold.from().isBefore(desk.holds().get(each - 1).until())) {
                String before = prefix + "holds[" + (each - 1) + "].until";
                findings.add(Finding.fault(
                        path + ".from",
                        "found " + hold.from() + "; must be at or after the end of the hold before, "
                                + desk.holds().get(each - 1).until(),
                        before));
            }
        }
    }

    private void backlog() {
        int files =
                desk.reviewClasses().values().stream().mapToInt(Review::backlog).sum();
        Integer room = desk.room();
        if (room != null && files > room) {
            findings.add(Finding.fault(
                    prefix + "room", "found " + room + "; must hold the backlog of " + files + " applications"));
        } else if (files > 0 && desk.reviewers() == null && room == null && desk.approvalsPerYear() == null) {
            findings.add(Finding.warning(
                    prefix + "review_classes",
                    "found a backlog that delays nobody: the desk has neither a number of reviewers nor room nor"
                            + " approvals_per_year"));
        }
    }
}

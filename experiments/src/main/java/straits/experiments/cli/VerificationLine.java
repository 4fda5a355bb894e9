package straits.experiments.cli;

import java.util.List;
import straits.experiments.verification.VerificationProgress;

/** Says how far a verification is: on a terminal one line that is drawn again and again, elsewhere a line as a case begins. */
final class VerificationLine implements VerificationProgress {

    private final Console console;
    private final boolean terminal;
    private final List<String> cases;
    private String caseTold = "";
    private int drawn;

    VerificationLine(Console console, boolean terminal, List<String> cases) {
        this.console = console;
        this.terminal = terminal;
        this.cases = cases;
    }

    @Override
    public void at(String caseId, int done, int replications) {
        String place = caseId + ", case " + (cases.indexOf(caseId) + 1) + " of " + cases.size();
        if (terminal) {
            draw(place + ": " + done + "/" + replications + " replications");
        } else if (!caseTold.equals(caseId)) {
            caseTold = caseId;
            console.note(place);
        }
    }

    /** Takes the drawn line away. */
    void clear() {
        if (drawn > 0) {
            draw("");
            console.draw("\r");
        }
    }

    private void draw(String line) {
        console.draw("\r" + line + " ".repeat(Math.max(0, drawn - line.length())));
        drawn = line.length();
    }
}

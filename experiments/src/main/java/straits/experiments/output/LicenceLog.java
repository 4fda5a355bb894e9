package straits.experiments.output;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import straits.experiments.montecarlo.UnitKey;
import straits.market.Procurement;
import straits.regulation.DeskListener;
import straits.regulation.LicenceDesk;
import straits.supply.Deliveries;

/** {@code licences.csv}: a row per application, when it is decided. */
final class LicenceLog implements DeskListener {

    private final UnitKey unit;
    private final LogWords words;
    private final List<String> reviewClasses;
    private final LogFile<LogTables.LicenceRow> file;
    private final Map<Integer, LogTables.LicenceRow> pending = new TreeMap<>();

    LicenceLog(Path folder, UnitKey unit, LogWords words, List<String> reviewClasses) {
        this.unit = unit;
        this.words = words;
        this.reviewClasses = reviewClasses;
        file = new LogFile<>(folder, LogTables.LICENCES);
    }

    @Override
    public void filed(
            long nowMicros,
            int application,
            LicenceDesk.Applicant applicant,
            int subject,
            int reviewClass,
            int attempt) {
        String who = "request";
        String name = "";
        if (applicant instanceof Deliveries) {
            who = "delivery";
            name = words.delivery(subject);
        } else if (applicant instanceof Procurement anchor) {
            who = "anchor";
            name = words.tenant(anchor.tenant());
        }
        pending.put(
                application,
                new LogTables.LicenceRow(
                        unit,
                        application,
                        who,
                        name,
                        reviewClasses.get(reviewClass),
                        attempt,
                        words.time(nowMicros),
                        "",
                        ""));
    }

    @Override
    public void decided(long nowMicros, int application, Decision decision) {
        LogTables.LicenceRow row = pending.remove(application);
        if (row != null) {
            file.add(row.decided(words.time(nowMicros), LogWords.word(decision)));
        }
    }

    void close() {
        pending.values().forEach(file::add);
        file.close();
    }
}

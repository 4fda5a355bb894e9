package straits.experiments.output;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import straits.experiments.montecarlo.UnitKey;
import straits.market.AnchorLicences;
import straits.regulation.DeskListener;
import straits.regulation.Gatekeeper;
import straits.regulation.LicenceDesk;
import straits.regulation.Licences;
import straits.scenario.Review;
import straits.supply.Deliveries;

/**
 * {@code licences.csv}: a row per application, in the order of decisions. They are written at the end, since what becomes of
 * a licence is known then.
 */
final class LicenceLog implements DeskListener {

    private final UnitKey unit;
    private final LogWords words;
    private final List<String> reviewClasses;
    private final List<Review> reviews;
    private final LogFile<LogTables.LicenceRow> file;
    private final Map<Integer, LogTables.LicenceRow> pending = new TreeMap<>();
    private final Map<Integer, LogTables.LicenceRow> decided = new LinkedHashMap<>();
    private @Nullable Licences licences;

    LicenceLog(Path folder, UnitKey unit, LogWords words, Map<String, Review> reviews) {
        this.unit = unit;
        this.words = words;
        reviewClasses = List.copyOf(reviews.keySet());
        this.reviews = List.copyOf(reviews.values());
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
        String who = applicant == LicenceDesk.OTHERS ? "others" : "request";
        String name = "";
        if (applicant instanceof Deliveries deliveries) {
            who = "delivery";
            name = deliveries.book().name(subject);
        } else if (applicant instanceof AnchorLicences anchor) {
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
                        "",
                        LogTables.Granted.NOTHING));
    }

    @Override
    public void decided(long nowMicros, int application, Decision decision) {
        LogTables.LicenceRow row = pending.remove(application);
        if (row != null) {
            decided.put(application, row.decided(words.time(nowMicros), LogWords.word(decision)));
        }
    }

    @Override
    public void licenceChanged(long nowMicros, Licences of, int licence) {
        licences = of;
    }

    void close() {
        if (licences != null) {
            tell(licences);
        }
        decided.values().forEach(file::add);
        pending.values().forEach(file::add);
        file.close();
    }

    private void tell(Licences of) {
        for (int licence = 0; licence < of.size(); licence++) {
            LogTables.Granted granted = granted(of, licence);
            decided.computeIfPresent(of.application(licence), (application, row) -> row.granted(granted));
        }
    }

    private LogTables.Granted granted(Licences of, int licence) {
        boolean quota = of.quota(licence) != Gatekeeper.NO_QUOTA;
        Review review = reviews.get(of.filing(licence).reviewClass());
        return new LogTables.Granted(
                Integer.toString(licence),
                LogWords.word(of.state(licence)),
                quota ? Long.toString(of.grantedTpp(licence)) : "",
                quota ? Long.toString(of.drawnTpp(licence)) : "",
                quota ? Long.toString(of.leftTpp(licence)) : "",
                of.conditional(licence) ? String.join(" ", review.conditions()) : "",
                time(of.expiryMicros(licence)),
                time(of.suspendedMicros(licence)),
                time(of.revokedMicros(licence)));
    }

    private String time(long micros) {
        return micros == Licences.NEVER ? "" : words.time(micros);
    }
}

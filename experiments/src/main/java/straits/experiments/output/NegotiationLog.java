package straits.experiments.output;

import java.nio.file.Path;
import straits.experiments.montecarlo.UnitKey;
import straits.market.bargaining.Negotiation;
import straits.market.bargaining.NegotiationListener;
import straits.market.bargaining.NegotiationResult;
import straits.market.bargaining.Sides;
import straits.units.Money;
import straits.units.SimTime;

/** {@code negotiations.csv}: a row per negotiation, when it ends. */
final class NegotiationLog implements NegotiationListener {

    private final UnitKey unit;
    private final LogWords words;
    private final LogFile<NegotiationTables.LogRow> file;

    NegotiationLog(Path folder, UnitKey unit, LogWords words) {
        this.unit = unit;
        this.words = words;
        file = new LogFile<>(folder, NegotiationTables.log());
    }

    @Override
    public void negotiated(long nowMicros, Negotiation negotiation, NegotiationResult result) {
        Sides sides = negotiation.sides();
        boolean signed = result.gpus() > 0;
        file.add(new NegotiationTables.LogRow(
                unit,
                words.tenant(negotiation.tenant()),
                words.pool(negotiation.pool()),
                words.time(negotiation.openedMicros()),
                words.time(nowMicros),
                result.rounds(),
                LogWords.word(result.ending()),
                negotiation.gpus(),
                result.gpus(),
                SimTime.toHours(negotiation.termMicros()),
                Money.toUsd(negotiation.listMicroUsd()),
                sides.limitUsd(),
                sides.floorUsd(),
                Double.isInfinite(sides.outsideUsd()) ? Double.NaN : sides.outsideUsd(),
                signed ? Money.toUsd(result.microUsd()) : Double.NaN));
    }

    void close() {
        file.close();
    }
}

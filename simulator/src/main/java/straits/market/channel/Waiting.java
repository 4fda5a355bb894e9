package straits.market.channel;

import java.util.List;
import straits.scenario.Channel;
import straits.units.SimTime;

/** Doing without: what costs more than an H100e-hour that comes late is worth is left, until the want is too old. */
final class Waiting implements SupplyChannel {

    private static final long NOT_WAITING = Long.MAX_VALUE;

    private final String name;
    private final Channel.Wait spec;
    private final ChannelMeasures measures;
    private long sinceMicros = NOT_WAITING;
    private boolean chosen;

    Waiting(ChannelParts parts, String name, Channel.Wait spec) {
        this.name = name;
        this.spec = spec;
        measures = new ChannelMeasures(parts.catalog().timeline().periods());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String kind() {
        return "wait";
    }

    @Override
    public ChannelMeasures measures() {
        return measures;
    }

    @Override
    public List<Option> options(Outlook outlook) {
        chosen = false;
        boolean patient = sinceMicros == NOT_WAITING
                || outlook.nowMicros() - sinceMicros
                        < SimTime.ofHours(spec.longest().value());
        return patient ? List.of(new PutOff()) : List.of();
    }

    private final class PutOff implements Option {

        @Override
        public double unitUsd() {
            return spec.cost().value();
        }

        @Override
        public boolean take(Outlook outlook) {
            chosen = outlook.gap(outlook.nowMicros()) > 0;
            return !chosen;
        }
    }

    @Override
    public void reviewed(Outlook outlook) {
        double gap = outlook.gap(outlook.nowMicros());
        if (gap <= 0) {
            sinceMicros = NOT_WAITING;
        } else {
            sinceMicros = Math.min(sinceMicros, outlook.nowMicros());
        }
        measures.level(outlook.nowMicros(), 0, putOffH100e(gap), 0);
    }

    @Override
    public double putOffH100e(double gap) {
        return chosen ? Math.max(0, gap) : 0;
    }
}

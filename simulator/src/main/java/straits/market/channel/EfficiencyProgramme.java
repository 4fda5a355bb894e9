package straits.market.channel;

import java.util.List;
import straits.scenario.Channel;
import straits.units.Money;
import straits.units.SimTime;

/**
 * Engineers who make the same output from less computing. Hired at the first review at which an H100e-hour that they save in
 * their first year costs less than what is dearer, and for good; t years later 1 - gain^-t of the need is saved. Their gain is
 * measured at each review.
 */
final class EfficiencyProgramme implements SupplyChannel {

    private static final double HOURS_PER_YEAR = 8760;
    private static final long NOT_BEGUN = Long.MAX_VALUE;

    private final ChannelParts parts;
    private final String name;
    private final Channel.EfficiencyGain spec;
    private final ChannelMeasures measures;
    private long begunMicros = NOT_BEGUN;

    EfficiencyProgramme(ChannelParts parts, String name, Channel.EfficiencyGain spec) {
        this.parts = parts;
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
        return "efficiency_gain";
    }

    @Override
    public ChannelMeasures measures() {
        return measures;
    }

    @Override
    public List<Option> options(Outlook outlook) {
        boolean may = parts.catalog().timeline().micros(spec.from()) <= outlook.nowMicros();
        boolean saves = spec.gain().value() > 1 && outlook.needH100e() > 0;
        return begunMicros == NOT_BEGUN && may && saves ? List.of(new Hire(unitUsd(outlook))) : List.of();
    }

    /** Spending of a year over the H100e-hours that half of its gain saves of the need of now. */
    private double unitUsd(Outlook outlook) {
        double savedInYear = (1 - 1 / spec.gain().value()) / 2;
        return spec.spending().value() / (savedInYear * outlook.needH100e() * HOURS_PER_YEAR);
    }

    private final class Hire implements Option {

        private final double unitUsd;

        Hire(double unitUsd) {
            this.unitUsd = unitUsd;
        }

        @Override
        public double unitUsd() {
            return unitUsd;
        }

        @Override
        public boolean take(Outlook outlook) {
            if (outlook.gap(null, outlook.nowMicros() + 1, unitUsd) > 0) {
                begunMicros = outlook.nowMicros();
            }
            return true;
        }
    }

    @Override
    public double savedFraction(long atMicros) {
        if (atMicros <= begunMicros) {
            return 0;
        }
        double years = SimTime.toHours(atMicros - begunMicros) / HOURS_PER_YEAR;
        return 1 - StrictMath.pow(spec.gain().value(), -years);
    }

    @Override
    public void reviewed(Outlook outlook) {
        if (begunMicros != NOT_BEGUN) {
            long now = outlook.nowMicros();
            long microUsdPerHour = Math.round(Money.ofUsd(spec.spending().value()) / HOURS_PER_YEAR);
            measures.level(now, 0, savedFraction(now) * outlook.needH100e(), microUsdPerHour);
        }
    }
}

package straits.experiments.montecarlo;

import static straits.experiments.montecarlo.Answer.ANCHOR_CHANNELS_SPEND_USD;
import static straits.experiments.montecarlo.Answer.ANCHOR_COMMITTED_AFTER_HORIZON_USD;
import static straits.experiments.montecarlo.Answer.ANCHOR_FILL_FRACTION;
import static straits.experiments.montecarlo.Answer.ANCHOR_FIRST_UNMET_DATE;
import static straits.experiments.montecarlo.Answer.ANCHOR_GPU_HOURS;
import static straits.experiments.montecarlo.Answer.ANCHOR_H100E_HOURS;
import static straits.experiments.montecarlo.Answer.ANCHOR_MEAN_GPUS;
import static straits.experiments.montecarlo.Answer.ANCHOR_MEAN_H100E;
import static straits.experiments.montecarlo.Answer.ANCHOR_NEED_H100E;
import static straits.experiments.montecarlo.Answer.ANCHOR_NEED_OVER_BUDGET_BOUND_FRACTION;
import static straits.experiments.montecarlo.Answer.ANCHOR_OWN_CHIPS_H100E;
import static straits.experiments.montecarlo.Answer.ANCHOR_PAID_USD_PER_H100E_HOUR;
import static straits.experiments.montecarlo.Answer.ANCHOR_PEAK_H100E;
import static straits.experiments.montecarlo.Answer.ANCHOR_SAVED_H100E;
import static straits.experiments.montecarlo.Answer.ANCHOR_SPEND_USD;
import static straits.experiments.montecarlo.Answer.BUDGET_BOUND_GPUS;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;
import straits.catalog.Catalog;
import straits.market.Procurement;
import straits.market.ProcurementMeasures;
import straits.market.channel.ChannelMeasures;
import straits.market.channel.ChannelMeasures.Cost;
import straits.market.channel.SupplyChannel;
import straits.scenario.Question;
import straits.simulation.Snapshot;

/** The answers about the tenant that the scenario asks about. */
final class AnchorAnswers {

    private static final BigDecimal HOURS_PER_YEAR = BigDecimal.valueOf(8760);

    private final Snapshot run;
    private final Question question;
    private final List<Month> months;
    private final Procurement procurement;
    private final int tenant;
    private final double hours;

    AnchorAnswers(Snapshot run, Question question, List<Month> months) {
        this.run = run;
        this.question = question;
        this.months = months;
        Catalog catalog = run.catalog();
        tenant = catalog.tenants().id(question.tenant());
        procurement = run.procurements().get(tenant - catalog.classCount());
        hours = catalog.timeline().measuredHours();
    }

    Answers addTo(Answers answers) {
        Answers rented = binding(money(held(answers)));
        return procurement.channels().isEmpty() ? rented : channels(rented);
    }

    private Answers held(Answers answers) {
        Holdings holdings = new Holdings(run);
        double bound = budgetBoundGpus();
        double held = sum(period -> holdings.heldH100eHours(period, tenant)) / hours;
        double need = sum(procurement.measures()::needHours) / hours;
        return answers.with(BUDGET_BOUND_GPUS, bound)
                .with(ANCHOR_MEAN_H100E, held)
                .with(ANCHOR_PEAK_H100E, procurement.measures().peakH100e())
                .with(ANCHOR_MEAN_GPUS, sum(period -> holdings.heldGpuHours(period, tenant)) / hours)
                .with(ANCHOR_NEED_H100E, need)
                .with(ANCHOR_NEED_OVER_BUDGET_BOUND_FRACTION, fraction(need, bound))
                .with(ANCHOR_FILL_FRACTION, fraction(held, bound));
    }

    /** In decimals: 1.30 is no double, and a whole result must not be rounded down to the one below. */
    private double budgetBoundGpus() {
        BigDecimal budget =
                BigDecimal.valueOf(run.catalog().anchor(tenant).budget().value());
        BigDecimal price = BigDecimal.valueOf(question.referencePrice().value());
        return budget.divide(price.multiply(HOURS_PER_YEAR), 0, RoundingMode.FLOOR)
                .doubleValue();
    }

    private Answers money(Answers answers) {
        Holdings holdings = new Holdings(run);
        double spend = sum(period -> run.billing().spendUsd(period, tenant));
        double h100eHours = sum(period ->
                holdings.billedH100eHours(period, tenant, false) + holdings.billedH100eHours(period, tenant, true));
        double gpuHours = sum(period ->
                holdings.billedGpuHours(period, tenant, false) + holdings.billedGpuHours(period, tenant, true));
        return answers.with(ANCHOR_GPU_HOURS, gpuHours)
                .with(ANCHOR_H100E_HOURS, h100eHours)
                .with(ANCHOR_SPEND_USD, spend)
                .with(ANCHOR_COMMITTED_AFTER_HORIZON_USD, procurement.committedAfterHorizonUsd())
                .withRatio(ANCHOR_PAID_USD_PER_H100E_HOUR, spend, h100eHours);
    }

    private Answers channels(Answers answers) {
        return answers.with(ANCHOR_OWN_CHIPS_H100E, suppliedH100e("licensed_chips") + suppliedH100e("own_chips"))
                .with(ANCHOR_SAVED_H100E, suppliedH100e("efficiency_gain"))
                .with(
                        ANCHOR_CHANNELS_SPEND_USD,
                        overChannels(
                                channel -> true,
                                (measures, period) -> measures.paidUsd(period, Cost.PURCHASE)
                                        + measures.paidUsd(period, Cost.RUNNING)));
    }

    private double suppliedH100e(String kind) {
        return overChannels(channel -> channel.kind().equals(kind), ChannelMeasures::h100eHours) / hours;
    }

    /** A number of a channel and a period. */
    private interface OfPeriod {
        double of(ChannelMeasures measures, int period);
    }

    private double overChannels(Predicate<SupplyChannel> which, OfPeriod value) {
        return procurement.channels().stream()
                .filter(which)
                .mapToDouble(channel -> sum(period -> value.of(channel.measures(), period)))
                .sum();
    }

    private Answers binding(Answers answers) {
        AnchorShortfall shortfall = new Shortfalls(run).over(months, procurement);
        return answers.with(ANCHOR_FIRST_UNMET_DATE, firstUnmetDay())
                .withBinding(shortfall.label().name().toLowerCase(Locale.ROOT));
    }

    private double firstUnmetDay() {
        long micros = procurement.measures().firstUnmetMicros();
        return micros == ProcurementMeasures.NEVER
                ? Double.POSITIVE_INFINITY
                : run.catalog().timeline().date(micros).toEpochDay();
    }

    /** What was got by the end of each month at or below each price threshold. */
    List<FillSample> fill() {
        List<FillSample> samples = new ArrayList<>();
        for (Month month : months) {
            for (int price = 0; price < question.fillPrices().size(); price++) {
                samples.add(new FillSample(
                        month.lastDay(),
                        question.fillPrices().get(price).value(),
                        procurement.measures().fillH100e(month.period(), price)));
            }
        }
        return samples;
    }

    private double sum(IntToDoubleFunction ofPeriod) {
        return months.stream().mapToInt(Month::period).mapToDouble(ofPeriod).sum();
    }

    private static double fraction(double part, double whole) {
        return whole == 0 ? Double.NaN : part / whole;
    }
}

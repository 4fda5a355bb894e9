package straits.market.tenant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import straits.catalog.Timeline;
import straits.scenario.Dated;
import straits.scenario.Needs;
import straits.scenario.Workload;
import straits.units.SimTime;

/**
 * One part of what a tenant needs, in steps.
 *
 * @param name the key of a service or training run; {@link #DATED} for the need by date
 * @param workload what the part is
 * @param fromMicros when each step begins, ascending; nothing is needed before the first
 * @param h100e what is needed from then on
 */
public record NeedPath(String name, Workload workload, List<Long> fromMicros, List<Double> h100e) {

    /** Name of the need by date. */
    public static final String DATED = "dated";

    private static final double HOURS_PER_DAY = 24;

    /** Copies the lists, so that the record stays immutable. */
    public NeedPath {
        fromMicros = List.copyOf(fromMicros);
        h100e = List.copyOf(h100e);
    }

    static NeedPath dated(List<Dated> need, Workload workload, Timeline timeline) {
        return new NeedPath(
                DATED,
                workload,
                need.stream().map(each -> timeline.micros(each.from())).toList(),
                need.stream().map(each -> each.value().value()).toList());
    }

    /** Users x tokens per user and day x operations per token / (peak x utilisation), at every date of either list. */
    static NeedPath service(String name, Needs.Service service, double peak, Timeline timeline) {
        TreeSet<LocalDate> dates = new TreeSet<>();
        service.users().forEach(each -> dates.add(each.from()));
        service.tokensPerUserDay().forEach(each -> dates.add(each.from()));
        ToDoubleFunction<LocalDate> h100e = date -> at(service.users(), date)
                * at(service.tokensPerUserDay(), date)
                / HOURS_PER_DAY
                * service.operationsPerToken().value()
                / (peak * service.utilisation().value());
        return new NeedPath(
                name,
                Workload.INFERENCE,
                dates.stream().map(timeline::micros).toList(),
                dates.stream().map(h100e::applyAsDouble).toList());
    }

    private static double at(List<Dated> values, LocalDate date) {
        double value = 0;
        for (Dated dated : values) {
            if (!dated.from().isAfter(date)) {
                value = dated.value().value();
            }
        }
        return value;
    }

    /** Operations / (duration x peak x utilisation) while the run lasts. */
    static NeedPath training(String name, Needs.TrainingRun run, double peak, Timeline timeline) {
        double hours = run.duration().value();
        double h100e =
                run.operations().value() / (hours * peak * run.utilisation().value());
        long begins = timeline.micros(run.starts());
        return new NeedPath(
                name, Workload.TRAINING, List.of(begins, begins + SimTime.ofHours(hours)), List.of(h100e, 0.0));
    }

    /** The parts of what a tenant serves and trains, in the order of the file. */
    static List<NeedPath> of(Needs needs, Timeline timeline) {
        double peak = needs.peak().value();
        List<NeedPath> parts = new ArrayList<>();
        needs.services().forEach((name, service) -> parts.add(service(name, service, peak, timeline)));
        needs.trainingRuns().forEach((name, run) -> parts.add(training(name, run, peak, timeline)));
        return parts;
    }

    /** What is needed at a time, in H100-equivalents. */
    public double at(long micros) {
        double need = 0;
        for (int step = 0; step < fromMicros.size(); step++) {
            if (fromMicros.get(step) <= micros) {
                need = h100e.get(step);
            }
        }
        return need;
    }

    /** What is needed from one time to another, in H100e-hours; 0 if the times are not in order. */
    double hours(long from, long to) {
        double sum = 0;
        for (int step = 0; step < fromMicros.size(); step++) {
            long ends = step + 1 == fromMicros.size() ? to : fromMicros.get(step + 1);
            long micros = Math.min(ends, to) - Math.max(fromMicros.get(step), from);
            sum += h100e.get(step) * SimTime.toHours(Math.max(0, micros));
        }
        return sum;
    }
}

package straits.experiments.output;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import straits.experiments.analysis.PairedContrast;
import straits.experiments.design.BudgetRule;
import straits.experiments.montecarlo.Answer;
import straits.scenario.AnchorTenant;
import straits.scenario.Question;
import straits.scenario.Scenario;

/** What the answers mean, a sentence or two per design point, built from the numbers. */
final class PlainWords {

    private static final Comparator<FillSurface.Row> EASIEST_OF_HARDEST = Comparator.comparingDouble(
                    FillSurface.Row::h100e)
            .thenComparing(FillSurface.Row::by)
            .thenComparingDouble(FillSurface.Row::usdPerH100eHour);

    private PlainWords() {}

    /** One paragraph per point, the reference first. */
    static List<String> of(Scenario scenario, List<SheetColumn> columns) {
        List<String> paragraphs = new ArrayList<>();
        Question question = scenario.question();
        for (SheetColumn column : columns) {
            if (question == null) {
                paragraphs.add(market(column));
            } else if (column.isReference()) {
                paragraphs.add(budget(scenario, question, column) + reference(column));
            } else {
                paragraphs.add(other(column, columns.get(0)));
            }
        }
        if (question != null) {
            chance(question, columns).ifPresent(paragraphs::add);
        }
        return paragraphs;
    }

    /** Of the fill surface its hardest size at its easiest: at the highest price and the last date. The title says under which budget. */
    private static Optional<String> chance(Question question, List<SheetColumn> columns) {
        List<String> counts = new ArrayList<>();
        Optional<FillSurface.Row> corner = Optional.empty();
        for (SheetColumn column : columns) {
            List<FillSurface.Row> surface = FillSurface.rows(question, column.runs(), point -> BudgetRule.AS_GIVEN);
            Optional<FillSurface.Row> own = surface.stream().max(EASIEST_OF_HARDEST);
            corner = corner.or(() -> own);
            own.ifPresent(at -> counts.add(at.reached() + " of " + at.n() + " replications under " + column.title()));
        }
        return corner.map(
                at -> "At least " + Scale.of("h100e", at.h100e()).withUnit(at.h100e()) + " in force at or below "
                        + new Scale("USD", 1, 2).withUnit(at.usdPerH100eHour()) + " per h100e-hour by " + at.by()
                        + ": in " + String.join(", in ", counts) + ".");
    }

    private static String market(SheetColumn column) {
        if (column.summary(Answer.MARKET_MEAN_H100E).isEmpty()) {
            return nothing(column);
        }
        return "Under " + column.title() + " " + mean(column, Answer.MARKET_UTILISATION_FRACTION)
                + " of the rentable GPU-hours were leased, on average " + mean(column, Answer.MARKET_MEAN_H100E)
                + price(column, Answer.MARKET_PAID_USD_PER_H100E_HOUR) + ".";
    }

    private static String nothing(SheetColumn column) {
        return "Under " + column.title() + " no replication came to its end.";
    }

    private static String budget(Scenario scenario, Question question, SheetColumn column) {
        AnchorTenant tenant = scenario.anchors().get(question.tenant());
        Optional<Summary.Row> bound = column.summary(Answer.BUDGET_BOUND_GPUS);
        if (tenant == null || bound.isEmpty()) {
            return "";
        }
        double budget = tenant.budget().value();
        return "With " + Scale.of("USD", budget).withUnit(budget) + " a year " + question.tenant() + " could pay for "
                + Scale.of("GPUs", 1000).text(bound.get().mean()) + " GPUs around the clock at "
                + new Scale("USD", 1, 2).withUnit(question.referencePrice().value()) + " per GPU-hour. ";
    }

    private static String reference(SheetColumn column) {
        if (column.summary(Answer.ANCHOR_MEAN_H100E).isEmpty()) {
            return nothing(column);
        }
        return "Under " + column.title() + " it needed " + mean(column, Answer.ANCHOR_NEED_H100E) + " and held "
                + mean(column, Answer.ANCHOR_MEAN_H100E) + " on average ("
                + mean(column, Answer.ANCHOR_FILL_FRACTION) + " of what the budget pays for)"
                + price(column, Answer.ANCHOR_PAID_USD_PER_H100E_HOUR) + "; " + stopped(column) + ".";
    }

    private static String other(SheetColumn column, SheetColumn reference) {
        if (column.summary(Answer.ANCHOR_MEAN_H100E).isEmpty()) {
            return nothing(column);
        }
        return "Under " + column.title() + " it held " + mean(column, Answer.ANCHOR_MEAN_H100E) + ": "
                + difference(column, reference) + "; " + stopped(column) + ".";
    }

    private static String difference(SheetColumn column, SheetColumn reference) {
        Optional<PairedContrast> found = column.contrast(Answer.ANCHOR_MEAN_H100E);
        if (found.isEmpty() || found.get().n() < 2) {
            return "too few pairs of replications to compare it with " + reference.title();
        }
        PairedContrast contrast = found.get();
        if (!contrast.differs(column.comparisons())) {
            return "no difference from " + reference.title() + " that " + contrast.n() + " replications can tell";
        }
        double size = Math.abs(contrast.meanDifference());
        Scale scale = Scale.of("h100e", size);
        return scale.text(size) + (contrast.meanDifference() > 0 ? " more" : " less") + " than under "
                + reference.title() + ", difference " + scale.text(contrast.simultaneous95(column.comparisons()));
    }

    private static String price(SheetColumn column, Answer answer) {
        return column.summary(answer).isPresent() ? ", paid for at " + mean(column, answer) : "";
    }

    private static String mean(SheetColumn column, Answer answer) {
        return column.summary(answer)
                .map(row -> Scale.of(answer.unit(), Math.abs(row.mean())).withUnit(row.mean()))
                .orElse("n/a");
    }

    private static String stopped(SheetColumn column) {
        return column.mostFrequent(Answer.ANCHOR_BINDING)
                .map(most -> reason(most.category())
                        + (most.share() == 1 ? "" : " in " + Math.round(most.share() * most.n()) + " of " + most.n()))
                .orElse("nothing is known of what stopped it");
    }

    private static String reason(String binding) {
        return switch (binding) {
            case "need" -> "nothing stopped it: at its reviews it found what it needed";
            case "money" -> "its budget and the pacing of it stopped it";
            case "price" -> "prices above the most it pays stopped it";
            case "chips" -> "a shortage of chips stopped it";
            case "power" -> "a shortage of power stopped it";
            case "licence" -> "licences pending or refused stopped it";
            case "cap" -> "country caps stopped it";
            case "screening" -> "screening stopped it";
            case "time" -> "chips still on their way stopped it";
            default -> binding + " stopped it";
        };
    }
}

package straits.experiments.design;

import static straits.scenario.Form.Kind.SLUG;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import straits.scenario.Default;
import straits.scenario.Form;
import straits.scenario.Meaning;
import straits.scenario.Within;
import straits.scenario.file.Written;

/**
 * An experiment as its file states it: a scenario, what is changed in it, and which points are run. The key {@code experiment}
 * is what tells such a file from a scenario.
 *
 * @param experiment version of the file format, 1
 * @param name slug
 * @param title one line; empty for that of the scenario
 * @param scenario name of a shipped scenario, or path of a file from the folder of this one
 * @param set settings of the scenario that hold at every point
 * @param regimes keys of the regimes under which every point is run; empty for those of the scenario
 * @param referenceRegime the regime contrasts are against; missing for that of the scenario
 * @param twin a regime run against itself with some rules changed, instead of regimes; missing if not wanted
 * @param seed master seed; missing for that of the scenario
 * @param replications how many runs a point has; missing for the number of the scenario
 * @param commonRandomNumbers whether all points share their random numbers, replication by replication
 * @param budgetRules rules for the budget of the tenant in question, under each of which every point is run
 * @param factors what varies from point to point, by name
 * @param design how the values of the factors are put together
 * @param where comparisons that a point must meet
 * @param exclude combinations of values that are left out
 * @param blocks sub-experiments by name, instead of factors and design here
 */
record ExperimentFile(
        @Meaning("version of the file format; makes the file an experiment") @Within(low = 1, high = 1)
        int experiment,

        @Meaning("slug of the experiment") @Form(SLUG) String name,
        @Meaning("one line") @Default("''") String title,

        @Meaning("name of a shipped scenario, or path of a file from the folder of this one")
        String scenario,

        @Meaning("settings of the scenario at every point: path and value") @Default("{}")
        List<Fixed> set,

        @Meaning("regimes under which every point is run; none: those of the scenario") @Default("[]")
        List<String> regimes,

        @Meaning("the regime contrasts are against; left out: the scenario's") @Nullable
        String referenceRegime,

        @Meaning("a regime run against itself with some rules changed, instead of regimes") @Nullable
        Twin twin,

        @Meaning("master seed; left out: the scenario's") @Nullable
        String seed,

        @Meaning("runs of a point: a number, or sequential; left out: the scenario's number") @Nullable
        Replications replications,

        @Meaning("whether points share their random numbers, replication by replication") @Default("true")
        boolean commonRandomNumbers,

        @Meaning("rules for the budget of the tenant in question: as_given, unlimited, or both") @Default("[as_given]")
        List<BudgetRule> budgetRules,

        @Meaning("what varies, by name; the name assumptions stands for every assumption with a range") @Default("{}")
        Map<String, Factor> factors,

        @Meaning("how values of factors are put together") @Default("factorial")
        Design design,

        @Meaning("comparisons that a point must meet, such as low-price < high-price") @Default("[]")
        List<String> where,

        @Meaning("combinations of values that are left out") @Default("[]")
        List<Map<String, Written>> exclude,

        @Meaning("sub-experiments by name, instead of factors and design") @Default("{}")
        Map<String, Block> blocks) {

    /** Copies the collections, so that the record stays immutable. */
    ExperimentFile {
        set = List.copyOf(set);
        regimes = List.copyOf(regimes);
        budgetRules = List.copyOf(budgetRules);
        factors = Copies.of(factors);
        where = List.copyOf(where);
        exclude = List.copyOf(exclude);
        blocks = Copies.of(blocks);
    }

    /** The blocks by path in the file: those written as such, or the one that the file itself is, at the empty path. */
    Map<String, Block> parts() {
        if (blocks.isEmpty()) {
            return Map.of("", new Block(List.of(), factors, design, where, exclude));
        }
        Map<String, Block> parts = new LinkedHashMap<>();
        blocks.forEach((key, block) -> parts.put("blocks." + key, block));
        return parts;
    }

    /** An experiment in which nothing varies but the regime. */
    static String text(String name, String scenario) {
        return "experiment: 1\nname: " + name + "\nscenario: " + SettingText.quoted(scenario) + "\n";
    }

    /** The same with other regimes: those of a twin. */
    ExperimentFile under(Twin other) {
        return new ExperimentFile(
                experiment,
                name,
                title,
                scenario,
                set,
                List.of(),
                null,
                other,
                seed,
                replications,
                commonRandomNumbers,
                budgetRules,
                factors,
                design,
                where,
                exclude,
                blocks);
    }

    /** What is left to say once the scenario holds all that was set in it. */
    ExperimentFile beside(String scenarioFile, boolean fixedReplications) {
        boolean kept = replications != null && replications.areOpen() && !fixedReplications;
        Replications own = kept ? replications : null;
        return new ExperimentFile(
                experiment,
                name,
                title,
                scenarioFile,
                List.of(),
                List.of(),
                null,
                twin,
                null,
                own,
                commonRandomNumbers,
                budgetRules,
                factors,
                design,
                where,
                exclude,
                blocks);
    }

    /** A setting of the scenario: its path there and what stands there instead. */
    record Fixed(
            @Meaning("path in the scenario") String path,
            @Meaning("value in the notation of scenarios") Written value) {}

    /**
     * One sub-experiment.
     *
     * @param set settings of the scenario that hold at the points of this block
     * @param factors what varies, by name
     * @param design how the values are put together
     * @param where comparisons that a point must meet
     * @param exclude combinations of values that are left out
     */
    record Block(
            @Meaning("settings of the scenario at the points of this block") @Default("{}")
            List<Fixed> set,

            @Meaning("what varies, by name") @Default("{}") Map<String, Factor> factors,

            @Meaning("how values of factors are put together") @Default("factorial")
            Design design,

            @Meaning("comparisons that a point must meet") @Default("[]")
            List<String> where,

            @Meaning("combinations of values that are left out") @Default("[]")
            List<Map<String, Written>> exclude) {

        Block {
            set = List.copyOf(set);
            factors = Copies.of(factors);
            where = List.copyOf(where);
            exclude = List.copyOf(exclude);
        }
    }
}

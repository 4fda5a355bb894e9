package straits.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import straits.experiments.TwoRules;
import straits.experiments.output.TableReader;

final class TwinCommandTest {

    /** Two rules that do the same, an exemption that comes before its base rule, and a cap that binds. */
    private static final String FOUR = """
              four:
                title: Four rules
                rules:
                  small-orders: {kind: low_count_exemption, dates: {effective: 2024-01-01}, per_recipient_and_year: 1 million TPP}
                  gulf-a: {kind: country_cap, dates: {effective: 2024-01-01}, scope: {destinations: [ae]}, cap: 50000 TPP}
                  gulf-b: {kind: country_cap, dates: {effective: 2024-01-01}, scope: {destinations: [ae]}, cap: 50000 TPP}
                  cap: {kind: country_cap, dates: {effective: 2024-01-01}, cap: 300000 TPP}
                desk: {review_classes: {usual: {review_time: {constant: 20 days}, approve: 1}}}
            """;

    /** All tables of the runs, and those over runs that have a row per point. */
    private static final List<String> TABLES = List.of(
            "outcomes.csv",
            "series.csv",
            "tenants.csv",
            "channels.csv",
            "unmet.csv",
            "denials.csv",
            "quotas.csv",
            "binding.csv",
            "provider_accounts.csv",
            "classes.csv",
            "jurisdictions.csv",
            "summary.csv",
            "fill.csv");

    @TempDir
    Path folder;

    private String world = "";

    @BeforeEach
    void writeTheWorld() throws IOException {
        StringBuilder countries = new StringBuilder("countries:\n");
        for (String country : List.of("sg", "id", "th", "vn", "ph", "sa", "qa", "kw", "bh", "om")) {
            countries
                    .append("  ")
                    .append(country)
                    .append(": {iso: ")
                    .append(country.toUpperCase(Locale.ROOT))
                    .append(", region: other, electricity_price: {2025-01-01: 0.1 USD per kWh}}\n");
        }
        String text = TwoRules.TEXT
                .replace("own_regimes:\n", "own_regimes:\n" + FOUR)
                .replace("countries:\n", countries.toString());
        world = Files.writeString(folder.resolve("world.yaml"), text).toString();
    }

    private Cli twin(String... more) {
        return Cli.run(Stream.concat(
                        Stream.of("twin", world, "--out", folder.resolve("out").toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    /** A row by its columns; a column that is not there is empty. */
    private record Row(Map<String, String> cells) {

        String get(String column) {
            return Objects.requireNonNullElse(cells.get(column), "");
        }

        double number(String column) {
            return Double.parseDouble(get(column));
        }
    }

    private List<Row> rows(String table) {
        List<Row> rows = new ArrayList<>();
        try (TableReader reader = Objects.requireNonNull(TableReader.open(folder.resolve("out"), table), table)) {
            List<String> row = reader.next();
            while (row != null) {
                Map<String, String> cells = new LinkedHashMap<>();
                for (int column = 0; column < row.size(); column++) {
                    cells.put(reader.header().get(column), row.get(column));
                }
                rows.add(new Row(cells));
                row = reader.next();
            }
        }
        return rows;
    }

    /** The rows of a point by what they hold, those about a rule and the number of events aside. */
    private List<Row> rowsOf(String table, String point, String rule) {
        return rows(table).stream()
                .filter(row -> row.get("point").equals(point))
                .filter(row -> !rule.equals(row.get("rule")) && !"events".equals(row.get("answer")))
                .map(row -> {
                    Map<String, String> cells = new LinkedHashMap<>(row.cells());
                    // A rule's own dates are events, and its rows are results.
                    cells.keySet()
                            .removeAll(
                                    List.of("point", "regime", "events", "events_fingerprint", "results_fingerprint"));
                    return new Row(cells);
                })
                .toList();
    }

    /**
     * Each takes effect in the middle of the run: an event of its own, and nothing else. The first is in a shipped regime as it is, the
     * second too; a cap, a licence for chips that nobody has and an exemption are added to the shipped reference.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "remote-access | remote-access | ",
                "gatekeeper-draft-2024 | gatekeepers | ",
                "us-2023 | never | {kind: country_cap, dates: {effective: 2025-01-20}, cap: 1000000 million TPP}",
                "us-2023 | never | {kind: hardware_licence, dates: {effective: 2025-01-20, rescinded: 2025-02-10},"
                        + " scope: {min_tpp: 1 million TPP}, review: gulf-vietnam}",
                "us-2023 | never | {kind: gatekeeper_exemption, dates: {effective: 2025-01-20}, scope: {destinations: [my]}}",
                "us-2023 | never | {kind: low_count_exemption, dates: {effective: 2025-01-20}, per_recipient_and_year: 1 TPP}",
            })
    void droppingARuleThatNeverBindsChangesNothingButItsOwnRows(String regime, String rule, String added) {
        List<String> more = new ArrayList<>(List.of("--regime", regime, "--drop", "rule:" + rule, "-q"));
        if (added != null) {
            more.addAll(List.of("--set", "own_regimes." + regime + ".rules." + rule + "=" + added));
        }
        Cli cli = twin(more.toArray(new String[0]));
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        for (String table : TABLES) {
            assertThat(rowsOf(table, "1", rule)).as(table).isEqualTo(rowsOf(table, "0", rule));
        }
        assertThat(rowsOf("series.csv", "0", rule)).isNotEmpty();
        assertThat(rows("first_differences.csv"))
                .hasSize(3)
                .allMatch(row -> row.get("differs").equals("false"));
        assertThat(cli.out())
                .contains("Every event is the same in both worlds, in all 3 replications.")
                .contains("Nothing changes for any of 2 tenants.", "Nothing changes for any of 2 providers.");
    }

    @Test
    void aRuleThatBindsIsToldWithItsFirstEventAndWhoGains() {
        Cli cli = twin("--regime", "licences", "--drop", "rule:gulf-licence");
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(cli.out())
                .contains("What changes: licences without gulf-licence, against licences as it is")
                .contains("The two worlds part in 3 of 3 replications")
                .containsPattern("gulf +\\+\\d")
                .containsPattern("east +-\\d");
        assertThat(cli.out().lines()).allMatch(line -> line.length() <= 120);
        assertThat(rows("contrasts.csv"))
                .filteredOn(row -> row.get("answer").equals("licences_applied"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("regime")).isEqualTo("licences-without-gulf-licence");
                    assertThat(row.get("reference_regime")).isEqualTo("licences");
                    assertThat(row.get("mean_difference")).isEqualTo("-1.0");
                });
        assertThat(rows("first_differences.csv")).hasSize(3).allSatisfy(row -> {
            assertThat(row.get("differs")).isEqualTo("true");
            assertThat(row.get("kind")).isNotEqualTo("rule_change");
            assertThat(row.get("time")).startsWith("2025-01-");
        });
    }

    /** What the revenue of providers gains is what that of countries gains, and what the table of accounts says. */
    @Test
    void gainsAreThoseOfTheTables() {
        twin("--regime", "licences", "--drop", "rule:gulf-licence", "-q");
        Map<String, Double> revenue = new TreeMap<>();
        rows("provider_accounts.csv")
                .forEach(row -> revenue.merge(
                        row.get("point") + row.get("provider"), row.number("revenue_usd") / 3, Double::sum));
        List<Row> gains = rows("gains.csv");
        double gained = revenue.getOrDefault("1gulf", 0.0) - revenue.getOrDefault("0gulf", 0.0);
        Map<String, Double> byMeasure = gains.stream()
                .filter(row -> row.get("measure").equals("revenue_usd"))
                .collect(Collectors.groupingBy(
                        row -> row.get("provider").isEmpty() ? "countries" : "providers",
                        Collectors.summingDouble(row -> row.number("mean_difference"))));
        assertThat(byMeasure.get("countries")).isCloseTo(byMeasure.get("providers"), within(1e-6));
        assertThat(gains)
                .filteredOn(row ->
                        row.get("provider").equals("gulf") && row.get("measure").equals("revenue_usd"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.number("mean_difference"))
                            .isCloseTo(gained, within(1e-6))
                            .isNotZero();
                    assertThat(row.get("comparisons")).isEqualTo("2");
                });
    }

    @Test
    void theWaterfallAddsUpInEveryReplicationAndGivesARuleItsDue() {
        Cli cli = twin("--regime", "four", "--shapley");
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(cli.err()).contains("16 points x 3 replications");
        assertThat(cli.out().lines()).allMatch(line -> line.length() <= 120);
        Map<String, Double> effects = new LinkedHashMap<>();
        rows("waterfall.csv")
                .forEach(row -> effects.put(
                        String.join(" ", row.get("answer"), row.get("method"), row.get("rule")),
                        row.number("mean_effect")));
        for (String answer : List.of("anchor_spend_usd", "market_mean_h100e", "unmet_h100e_hours", "hhi_revenue")) {
            double total = effect(effects, answer, "total", "");
            for (String method : List.of("ordered", "shapley")) {
                double sum = Stream.of("small-orders", "gulf-a", "gulf-b", "cap")
                        .mapToDouble(rule -> effect(effects, answer, method, rule))
                        .sum();
                assertThat(sum).isCloseTo(total, within(1e-9 * Math.max(1, Math.abs(total))));
            }
            // An exemption without its base rule is nothing, and so is the second of two rules that do the same.
            assertThat(effect(effects, answer, "ordered", "small-orders")).isZero();
            assertThat(effect(effects, answer, "ordered", "gulf-b")).isZero();
            assertThat(effect(effects, answer, "shapley", "gulf-a"))
                    .isEqualTo(effect(effects, answer, "shapley", "gulf-b"));
        }
        assertThat(effect(effects, "market_mean_h100e", "shapley", "gulf-a")).isNotZero();
        assertThat(effect(effects, "market_mean_h100e", "shapley", "cap")).isNotZero();
        assertThat(effects.keySet())
                .noneMatch(key -> key.matches("(events|first_cap_bound_date|anchor_binding) .*"))
                .contains("market_utilisation_fraction ordered cap");
    }

    private static double effect(Map<String, Double> effects, String answer, String method, String rule) {
        return Objects.requireNonNull(effects.get(String.join(" ", answer, method, rule)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--drop=rule:gulf-a", "--shapley"})
    void theFolderRunsAgainToTheSameBytesOnAnyThreads(String what) {
        twin("--regime", "four", what, "--threads", "2", "-q");
        Path again = folder.resolve("again");
        Cli cli = Cli.run(
                "run",
                folder.resolve("out/experiment.yaml").toString(),
                "--out",
                again.toString(),
                "-q",
                "--threads",
                "1");
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(Folders.hashes(again)).isEqualTo(Folders.hashes(folder.resolve("out")));
    }

    @Test
    void aDryRunTellsHowManyRunsItTakesAndWritesNothing() {
        Cli cli = twin("--regime", "four", "--shapley", "--dry-run");
        assertThat(cli.out()).contains("16 points", "48 runs", "Time: about");
        assertThat(folder.resolve("out")).doesNotExist();
        assertThat(twin("--regime", "four", "--waterfall", "--dry-run").out()).contains("5 points", "15 runs");
    }

    @Test
    void aRuleIsReplacedByOneInAFile() throws IOException {
        Path file = Files.writeString(
                folder.resolve("mine.yaml"),
                "title: Mine\nrules: {cap: {kind: country_cap, dates: {effective: 2024-01-01}, cap: 1 TPP}}\n");
        Cli cli = twin("--regime", "four", "--replace", "rule:cap=" + file);
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(cli.out()).contains("four with cap as in mine");
        assertThat(rows("quotas.csv"))
                .filteredOn(row ->
                        row.get("rule").equals("cap") && row.get("country").equals("ae"))
                .extracting(row -> row.get("regime") + " " + row.get("granted_tpp"))
                .contains("four 300000", "four-with-cap-as-in-mine 1");
    }

    @Test
    void anExperimentIsATwinAtEachOfItsPoints() throws IOException {
        Path file = Files.writeString(
                folder.resolve("prices.yaml"),
                "experiment: 1\nname: prices\nscenario: world.yaml\nregimes: [free]\nreplications: 2\n"
                        + "factors: {price: {path: anchors.big.max_price, values: [1.7 USD per H100e-hour, 2.4 USD per"
                        + " H100e-hour]}}\n");
        Cli cli = Cli.run(
                "twin",
                file.toString(),
                "--regime",
                "licences",
                "--drop",
                "rule:gulf-licence",
                "--out",
                folder.resolve("out").toString());
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(rows("contrasts.csv"))
                .filteredOn(row -> row.get("answer").equals("licences_applied"))
                .extracting(row -> row.get("point") + " against " + row.get("reference_point"))
                .containsExactly("1 against 0", "3 against 2");
        assertThat(rows("first_differences.csv")).hasSize(4);
        assertThat(cli.out()).contains("licences without gulf-licence, price 2.4 USD per H100e-hour");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--drop=gulf-a           | --drop: found \"gulf-a\"; must be rule:KEY, such as rule:country-cap",
                "--drop=rule:gulf-c      | twin.drop: unknown rule \"gulf-c\"; did you mean \"gulf-a\"?",
                "--replace=rule:cap      | --replace: found \"rule:cap\"; must be rule:KEY=REGIME or rule:KEY=FILE",
                "--replace=rule:cap=x.yaml | there is no regime file x.yaml",
                "--waterfall --drop=rule:cap | switch every rule by themselves",
                "-q                      | nothing to change: give --drop, --only or --replace",
                "--drop=rule:cap --order=cap | --order goes with --waterfall or --shapley",
            })
    void whatCannotBeDoneIsToldAndNothingIsWritten(String options, String message) {
        Cli cli = twin(Stream.concat(Stream.of("--regime", "four"), Stream.of(options.split(" ")))
                .toArray(String[]::new));
        assertThat(cli.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(cli.err()).contains(message).doesNotContain("\tat ");
        assertThat(folder.resolve("out")).doesNotExist();
    }
}

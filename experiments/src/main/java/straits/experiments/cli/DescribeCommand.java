package straits.experiments.cli;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import straits.experiments.api.BadInputException;
import straits.experiments.output.Codebook;
import straits.experiments.output.Column;
import straits.experiments.output.Table;
import straits.experiments.output.TextTable;
import straits.experiments.verification.Score;
import straits.scenario.file.Texts;

@Command(
        name = "describe",
        description = {
            "Says what the tables of results hold, column by column.",
            "Type, unit and meaning of each. The same is in columns.csv of every folder, with the factors of its experiment."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  straits describe               the tables",
            "  straits describe fill          the columns of fill.csv",
            "  straits describe summary contrasts"
        })
final class DescribeCommand implements Runnable {

    private static final String SUFFIX = ".csv";
    private static final int WIDTH = 120;

    /** What a shell completes. */
    static final class Names implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return names().iterator();
        }
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    private CommandSpec spec;

    @Parameters(
            paramLabel = "TABLE",
            arity = "0..*",
            completionCandidates = Names.class,
            description = "Tables, with or without .csv; left out: what tables there are.")
    private List<String> wanted = new ArrayList<>();

    /** Those of runs, and what straits verify leaves. */
    private static List<Table<?>> tables() {
        return Stream.<Table<?>>concat(Codebook.tables().stream(), Stream.of(Score.TABLE))
                .toList();
    }

    private static List<String> names() {
        return tables().stream().map(DescribeCommand::name).toList();
    }

    private static String name(Table<?> table) {
        return withoutSuffix(table.file());
    }

    private static String withoutSuffix(String file) {
        return file.endsWith(SUFFIX) ? file.substring(0, file.length() - SUFFIX.length()) : file;
    }

    @Override
    public void run() {
        List<Table<?>> tables = wanted.stream().map(DescribeCommand::table).toList();
        String text = tables.isEmpty()
                ? list()
                : String.join(
                        "\n", tables.stream().map(DescribeCommand::described).toList());
        new Console(spec.commandLine(), false).result(text);
    }

    private static Table<?> table(String wanted) {
        String name = withoutSuffix(wanted);
        for (Table<?> table : tables()) {
            if (name(table).equals(name)) {
                return table;
            }
        }
        throw new BadInputException(
                Texts.unknown("table", name, names()) + "\nstraits describe without a name lists them");
    }

    private static String list() {
        StringBuilder list = new StringBuilder("Tables, for straits describe TABLE, and what a row of each is:\n");
        int width = longest(names());
        for (Table<?> table : tables()) {
            list.append(entry(name(table), width, table.meaning()));
        }
        return list.toString();
    }

    private static String described(Table<?> table) {
        StringBuilder text = new StringBuilder(table.file())
                .append(": a row per ")
                .append(table.meaning())
                .append('\n');
        int width = longest(table.columns().stream().map(Column::name).toList());
        for (Column column : table.columns()) {
            String unit = column.unit().isEmpty() ? "" : ", " + column.unit();
            text.append(entry(column.name(), width, column.type().word() + unit + ": " + column.meaning()));
        }
        return text.toString();
    }

    private static int longest(List<String> names) {
        return names.stream().mapToInt(String::length).max().orElse(0);
    }

    /** A name and what is said of it, in lines that begin below one another. */
    private static String entry(String name, int width, String text) {
        int indent = width + 4;
        String lines = TextTable.wrapped(text, WIDTH - indent).stripTrailing();
        return "  " + name + " ".repeat(indent - 2 - name.length()) + lines.replace("\n", "\n" + " ".repeat(indent))
                + "\n";
    }
}

package straits.experiments.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import straits.experiments.output.TableFormat;

/** What tables are written as. */
final class FormatOptions {

    /** Formats of the command line. */
    enum Format {
        CSV,
        PARQUET
    }

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--format",
            paramLabel = "csv|parquet",
            description = "What the tables are in the end; default: csv. While a run goes on, they are CSV.")
    private Format format = Format.CSV;

    @Option(names = "--compress", description = "Compress CSV by gzip in the end.")
    private boolean compress;

    /** The format asked for. */
    TableFormat chosen() {
        if (format == Format.PARQUET && compress) {
            throw new ParameterException(spec.commandLine(), "--compress is for CSV; Parquet is compressed as it is");
        }
        if (format == Format.PARQUET) {
            return TableFormat.PARQUET;
        }
        return compress ? TableFormat.GZIP : TableFormat.CSV;
    }
}

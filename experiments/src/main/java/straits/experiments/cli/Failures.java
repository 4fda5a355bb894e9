package straits.experiments.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import straits.experiments.api.BadInputException;
import straits.experiments.output.RunFolderRefusedException;

/** Turns what a command throws into a message and an exit code. A stack trace is shown for a defect of the program only. */
final class Failures implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (thrown instanceof BadInputException || thrown instanceof RunFolderRefusedException) {
            return told(command, thrown, ExitCode.BAD_INPUT);
        }
        if (thrown instanceof UncheckedIOException) {
            return told(command, thrown, ExitCode.INPUT_OUTPUT);
        }
        err.println("straits: a defect of the program; please report it with the command and the lines below");
        thrown.printStackTrace(err);
        err.flush();
        return ExitCode.DEFECT;
    }

    private static int told(CommandLine command, Exception thrown, int exitCode) {
        new Console(command, false).error(String.valueOf(thrown.getMessage()));
        return exitCode;
    }
}

package straits.experiments.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import straits.scenario.file.Texts;

/** Answers a command line that cannot be understood: what is wrong, what is near it, and where to read on. */
final class Mistakes implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException mistake, String[] args) {
        CommandLine command = mistake.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(command.getColorScheme().errorText(message(mistake)));
        if (command.getSubcommands().isEmpty() || mistake instanceof UnmatchedArgumentException) {
            err.println(
                    "What it takes, with examples: " + command.getCommandSpec().qualifiedName() + " --help");
        } else {
            command.usage(err, command.getColorScheme());
        }
        err.flush();
        return ExitCode.BAD_INPUT;
    }

    private static String message(ParameterException mistake) {
        return mistake instanceof UnmatchedArgumentException unmatched
                ? unknown(unmatched.getUnmatched(), mistake.getCommandLine())
                : String.valueOf(mistake.getMessage());
    }

    private static String unknown(List<String> found, CommandLine command) {
        String first =
                found.stream().filter(each -> each.startsWith("-")).findFirst().orElse(found.get(0));
        if (first.startsWith("-")) {
            String name = first.split("=", 2)[0];
            return Texts.unknown(
                    "option", name, command.getCommandSpec().optionsMap().keySet());
        }
        return command.getSubcommands().isEmpty()
                ? "more than it takes: \"" + String.join("\" \"", found) + "\""
                : Texts.unknown("command", first, command.getSubcommands().keySet());
    }
}

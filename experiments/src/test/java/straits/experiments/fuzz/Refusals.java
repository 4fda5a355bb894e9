package straits.experiments.fuzz;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import straits.experiments.api.BadInputException;
import straits.experiments.cli.Cli;
import straits.experiments.output.RunFolderRefusedException;
import straits.scenario.file.Fault;
import straits.scenario.file.Reading;

/** What may be said of bad input; everything else is a finding. */
final class Refusals {

    private Refusals() {}

    /** A reading has a value or faults, and each fault says something. */
    static boolean read(Reading<?> reading) {
        for (Fault fault : reading.faults()) {
            require(!fault.message().isBlank(), "a fault without a message");
        }
        require(reading.value() != null || !reading.faults().isEmpty(), "refused without a fault");
        return reading.value() != null;
    }

    /** Runs what may be refused; whether it was not. */
    static boolean done(Runnable action) {
        try {
            action.run();
            return true;
        } catch (BadInputException | RunFolderRefusedException | UncheckedIOException told) {
            require(String.valueOf(told.getMessage()).contains(" "), "no words: " + told);
            return false;
        }
    }

    /** Runs a command, which may end well or as bad input does. */
    static void command(Cli cli) {
        require(
                List.of(0, 2, 4, 5, 6).contains(cli.exitCode()),
                "exit code " + cli.exitCode() + "\n" + cli.err() + cli.out());
        require(cli.exitCode() == 0 || !(cli.err() + cli.out()).isBlank(), "refused without a word");
    }

    /** What was written reads back to the same. */
    static void same(Object found, Object wanted) {
        require(Objects.equals(found, wanted), "written and read again it is another: " + found + "\n" + wanted);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}

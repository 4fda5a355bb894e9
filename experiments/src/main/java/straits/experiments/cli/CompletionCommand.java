package straits.experiments.cli;

import java.util.Locale;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "completion",
        description = {
            "Prints a script by which a shell completes commands and options.",
            "It completes the command straits: put experiments/bin on the PATH."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  straits completion bash > ~/.local/share/bash-completion/completions/straits",
            "  straits completion zsh > ~/.straits-completion   # and in ~/.zshrc: source ~/.straits-completion"
        })
final class CompletionCommand implements Runnable {

    /** Shells. One script serves both: it turns on the completion of bash where zsh reads it. */
    enum Shell {
        BASH,
        ZSH;

        /** The word on the command line. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    private CommandSpec spec;

    @Parameters(paramLabel = "bash|zsh", description = "The shell.")
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"
    }) // required; asked for so that another shell can be told apart
    private Shell shell;

    @Override
    public void run() {
        new Console(spec.commandLine(), false)
                .result(AutoComplete.bash("straits", spec.root().commandLine()));
    }
}

package straits.experiments.cli;

import picocli.CommandLine.Command;

@Command(name = "list", description = "Lists what can be run.", mixinStandardHelpOptions = true)
final class ListCommand implements Runnable {

    @Override
    public void run() {}
}

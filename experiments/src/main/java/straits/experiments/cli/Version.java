package straits.experiments.cli;

import picocli.CommandLine.IVersionProvider;
import straits.experiments.api.Inputs;

/** The version as the build wrote it into the jar. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"straits " + Inputs.version()};
    }
}

package straits.experiments.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import straits.experiments.montecarlo.Shard;

/** Reads a shard from the command line. */
final class ShardConverter implements ITypeConverter<Shard> {

    @Override
    public Shard convert(String text) {
        try {
            return Shard.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}

package straits.experiments.spark;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.NormalDistribution;
import straits.engine.LadderQueue;
import straits.experiments.api.Inputs;
import straits.experiments.design.Experiment;
import straits.experiments.design.Point;
import straits.experiments.montecarlo.MonteCarlo;
import straits.experiments.montecarlo.UnitCodec;
import straits.experiments.montecarlo.UnitKey;
import straits.experiments.output.Hashes;
import straits.experiments.output.UnitForm;
import straits.experiments.output.UnitText;

/**
 * Tries out whether a Java virtual machine gives the results that another gives, rather than trust the name of its version: a
 * small market, run to the bytes of its rows and answers, and functions at random places, to the last bit. Takes some tenths of a
 * second.
 */
final class Trial {

    private static final String MARKET = "probe.yaml";
    private static final int PLACES = 5_000;
    private static final double SCALE = 10;

    private Trial() {}

    /** SHA-256 of what came of it. */
    static String hash() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            runMarket(out);
            evaluateFunctions(out);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot try out this machine: " + e.getMessage(), e);
        }
        return Hashes.sha256(bytes.toByteArray());
    }

    private static void runMarket(DataOutputStream out) throws IOException {
        Experiment market = market();
        MonteCarlo runs = new MonteCarlo(market, LadderQueue::new);
        UnitCodec codec = new UnitCodec(null);
        for (Point point : market.points()) {
            UnitText unit = runs.run(new UnitKey(point.index(), point.regime(), 0), UnitForm::text);
            if (!unit.result().ok()) {
                throw new IOException(MARKET + " failed: " + unit.result().stopReason());
            }
            unit.write(codec, out);
        }
    }

    private static Experiment market() throws IOException {
        try (InputStream in = Objects.requireNonNull(Trial.class.getResourceAsStream(MARKET))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Inputs.effective(text, null).orThrow();
        }
    }

    private static void evaluateFunctions(DataOutputStream out) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        for (int place = 0; place < PLACES; place++) {
            double u = random.nextDouble();
            out.writeDouble(StrictMath.log(u));
            out.writeDouble(StrictMath.exp(SCALE * u));
            out.writeDouble(StrictMath.pow(SCALE * u, u));
            out.writeDouble(StrictMath.sin(SCALE * u));
            out.writeDouble(normal.inverseCumulativeProbability(u));
        }
    }
}

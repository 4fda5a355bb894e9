package straits.experiments.design;

import straits.random.Stream;
import umontreal.ssj.rng.RandomStream;

/** A keyed stream of ours where SSJ's point sets ask for one of theirs, whose own seeds are static. */
final class DesignStream implements RandomStream {

    private final Stream stream;

    DesignStream(Stream stream) {
        this.stream = stream;
    }

    @Override
    public double nextDouble() {
        return stream.next();
    }

    @Override
    public int nextInt(int low, int high) {
        return (int) (low + Math.floor(stream.next() * ((double) high - low + 1)));
    }

    @Override
    public void nextArrayOfDouble(double[] to, int start, int n) {
        for (int i = start; i < start + n; i++) {
            to[i] = nextDouble();
        }
    }

    @Override
    public void nextArrayOfInt(int low, int high, int[] to, int start, int n) {
        for (int i = start; i < start + n; i++) {
            to[i] = nextInt(low, high);
        }
    }

    @Override
    public void resetStartStream() {
        throw new UnsupportedOperationException("a design is drawn once");
    }

    @Override
    public void resetStartSubstream() {
        throw new UnsupportedOperationException("a design is drawn once");
    }

    @Override
    public void resetNextSubstream() {
        throw new UnsupportedOperationException("a design is drawn once");
    }
}

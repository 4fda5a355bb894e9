package straits.random;

import umontreal.ssj.rng.MRG32k3a;

/** SSJ's MRG32k3a from a state of our own. Its draws are multiples of about 2^-32 and never 0 or 1. */
final class Mrg32k3aStream implements Stream {

    private final MRG32k3a generator;

    /** A generator that will draw from the given state on. */
    Mrg32k3aStream(long[] state) {
        // The constructor takes its seed from a static field of SSJ and moves that field on, without synchronisation.
        // Threads
        // may tear it as they like: setSeed overwrites the whole state of this object and reads nothing static.
        generator = new MRG32k3a();
        generator.setSeed(state);
    }

    @Override
    public double next() {
        return generator.nextDouble();
    }
}

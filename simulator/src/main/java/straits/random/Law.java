package straits.random;

/** A sampler that knows its own length-biased version. */
interface Law extends Sampler {

    /**
     * The distribution whose density is proportional to x times this one's density.
     *
     * @throws IllegalArgumentException if there is none: a mean that is zero or infinite, or negative values
     */
    Sampler lengthBiased();
}

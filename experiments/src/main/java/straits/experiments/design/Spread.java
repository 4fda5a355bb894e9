package straits.experiments.design;

import straits.scenario.Meaning;
import straits.scenario.file.Amount;

/** How likely the values of a factor are. Its numbers all stand in one unit. */
sealed interface Spread {

    /**
     * All values between two equally likely.
     *
     * @param low least value
     * @param high greatest value
     */
    record Uniform(
            @Meaning("least value") Amount low,
            @Meaning("greatest value") Amount high) implements Spread {}

    /**
     * All values between two equally likely on a logarithmic scale.
     *
     * @param low least value, above 0
     * @param high greatest value
     */
    record LogUniform(
            @Meaning("least value, above 0") Amount low,
            @Meaning("greatest value") Amount high) implements Spread {}

    /**
     * Triangular.
     *
     * @param low least value
     * @param mode likeliest value
     * @param high greatest value
     */
    record Triangular(
            @Meaning("least value") Amount low,
            @Meaning("likeliest value") Amount mode,
            @Meaning("greatest value") Amount high)
            implements Spread {}

    /**
     * Normal, cut off at both ends.
     *
     * @param mean mean before the cut
     * @param sd standard deviation before the cut, above 0
     * @param low least value
     * @param high greatest value
     */
    record Normal(
            @Meaning("mean before the cut") Amount mean,

            @Meaning("standard deviation before the cut, above 0")
            Amount sd,

            @Meaning("least value") Amount low,
            @Meaning("greatest value") Amount high)
            implements Spread {}
}

package straits.scenario;

import static straits.scenario.Dimension.FRACTION;
import static straits.scenario.Dimension.HOURS;
import static straits.scenario.Dimension.NUMBER;
import static straits.scenario.Dimension.OPERATIONS;
import static straits.scenario.Dimension.OPERATIONS_PER_H100E_HOUR;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a tenant needs, from what it serves and what it trains.
 *
 * @param peak operations of one H100 in an hour of full use, at one precision for all
 * @param services what it serves, by key
 * @param trainingRuns what it trains, by key
 */
public record Needs(
        @Meaning("operations of one H100 in an hour of full use, at one precision for all")
        @In(OPERATIONS_PER_H100E_HOUR)
        @Within(open = true)
        Quantity peak,

        @Meaning("what it serves, by key") @Default("{}") Map<String, Service> services,
        @Meaning("what it trains, by key") @Default("{}") Map<String, TrainingRun> trainingRuns) {

    /** Copies the maps, so that the record stays immutable. */
    public Needs {
        services = Copies.of(services);
        trainingRuns = Copies.of(trainingRuns);
    }

    /**
     * A service that answers its users: inference.
     *
     * @param users users by date
     * @param tokensPerUserDay tokens per user and day, by date
     * @param operationsPerToken operations per token
     * @param utilisation share of peak operations that serving reaches, idle hours included
     */
    public record Service(
            @Meaning("users by date") @In(NUMBER) @Within List<Dated> users,

            @Meaning("tokens per user and day, by date") @In(NUMBER) @Within
            List<Dated> tokensPerUserDay,

            @Meaning("operations per token") @In(OPERATIONS) @Within
            Quantity operationsPerToken,

            @Meaning("share of peak operations that serving reaches, idle hours included")
            @In(FRACTION)
            @Within(open = true, high = 1)
            Quantity utilisation) {

        /** Copies the lists, so that the record stays immutable. */
        public Service {
            users = List.copyOf(users);
            tokensPerUserDay = List.copyOf(tokensPerUserDay);
        }
    }

    /**
     * A training run.
     *
     * @param starts first day
     * @param duration how long it may take
     * @param operations operations of the whole run
     * @param utilisation share of peak operations that training reaches
     */
    public record TrainingRun(
            @Meaning("first day") LocalDate starts,

            @Meaning("how long it may take") @In(HOURS) @Within(open = true)
            Quantity duration,

            @Meaning("operations of the whole run") @In(OPERATIONS) @Within
            Quantity operations,

            @Meaning("share of peak operations that training reaches") @In(FRACTION) @Within(open = true, high = 1)
            Quantity utilisation) {}
}

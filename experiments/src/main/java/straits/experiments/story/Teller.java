package straits.experiments.story;

import straits.simulation.Observer;

/** Watches a run and then tells what happened to one thing in it; keeps no more than that takes. */
public interface Teller extends Observer {

    /**
     * The story, after the run.
     *
     * @throws straits.experiments.api.BadInputException if the run had no such thing; the message says which there were
     */
    Story story();
}

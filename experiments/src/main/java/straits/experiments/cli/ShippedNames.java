package straits.experiments.cli;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import straits.experiments.design.ScenarioLibrary;

/** What a shell completes where a scenario or an experiment is asked for; it goes on to files where none fits. */
final class ShippedNames implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        ScenarioLibrary library = ScenarioLibrary.shipped();
        List<String> names = new ArrayList<>(library.scenarioNames());
        names.addAll(library.experimentNames());
        return names.iterator();
    }
}

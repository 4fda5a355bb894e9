package straits.supply;

import java.util.Map;
import java.util.TreeMap;
import straits.random.Randomness;
import straits.scenario.Delivery;
import straits.units.SimTime;

/** What was ordered, on which terms and under which licences: what all tranches have in common in which it arrives. */
final class Order {

    private final int number;
    private final String name;
    private final Delivery terms;
    private final long key;
    private final long orderedMicros;
    private final int gpus;

    /** The last licence granted under each rule. */
    private final Map<Integer, Integer> licences = new TreeMap<>();

    private long applications;
    private int parts;
    private boolean licensed;

    Order(int number, String name, Delivery terms, long orderedMicros) {
        this.number = number;
        this.name = name;
        this.terms = terms;
        this.orderedMicros = orderedMicros;
        key = Randomness.key(name);
        gpus = (int) Math.round(terms.gpus().value());
        licensed = terms.licensed();
    }

    int number() {
        return number;
    }

    String name() {
        return name;
    }

    Delivery terms() {
        return terms;
    }

    /** Key of everything drawn for it. */
    long key() {
        return key;
    }

    long orderedMicros() {
        return orderedMicros;
    }

    /** GPUs ordered, whatever becomes of them. */
    int gpus() {
        return gpus;
    }

    long leadMicros() {
        return SimTime.ofHours(terms.vendorLead().value());
    }

    /** Whether it needs no licence, having one from before the start. */
    boolean licensed() {
        return licensed;
    }

    /** Licences are for one country. */
    void leaveCountry() {
        licensed = false;
        licences.clear();
    }

    Map<Integer, Integer> licences() {
        return licences;
    }

    long applications() {
        return applications;
    }

    int nextPart() {
        return parts++;
    }

    long nextApplication() {
        return applications++;
    }
}

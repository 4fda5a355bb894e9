package straits.microworlds;

import java.util.HashMap;
import java.util.Map;
import straits.extension.Parameters;
import straits.extension.RuleKind;
import straits.extension.Shipment;
import straits.extension.ShipmentRule;

/** An extension for tests: no more than a number of GPUs to any country, whatever their performance. */
public final class RationRule implements RuleKind {

    @Override
    public String name() {
        return "ration";
    }

    @Override
    public ShipmentRule create(Parameters parameters) {
        int most = (int) parameters.number("gpus", 0, 1e9);
        return new Ration(most);
    }

    private static final class Ration implements ShipmentRule {

        private final int most;
        private final Map<String, Integer> shipped = new HashMap<>();

        Ration(int most) {
            this.most = most;
        }

        @Override
        public int lawfulGpus(Shipment shipment) {
            return Math.min(shipment.gpus(), most - shipped.getOrDefault(shipment.country(), 0));
        }

        @Override
        public void shipped(Shipment shipment) {
            shipped.merge(shipment.country(), shipment.gpus(), Integer::sum);
        }
    }
}

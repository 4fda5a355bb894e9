package straits.market;

import java.util.ArrayList;
import java.util.List;
import straits.supply.DeliveryBook;

/** Makes the purchasing of all anchor tenants, in order of tenant. */
public final class Purchasing {

    private Purchasing() {}

    /** One procurement for each anchor tenant. */
    public static List<Procurement> of(MarketParts parts, DeliveryBook deliveries) {
        Shortfall shortfall = new Shortfall(parts, deliveries);
        List<Procurement> all = new ArrayList<>();
        for (int tenant = parts.catalog().classCount();
                tenant < parts.catalog().tenants().size();
                tenant++) {
            all.add(new Procurement(parts, tenant, shortfall));
        }
        return List.copyOf(all);
    }
}

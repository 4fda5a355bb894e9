package straits.regulation;

import java.time.LocalDate;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.extension.Extensions;
import straits.extension.Shipment;
import straits.extension.ShipmentRule;
import straits.scenario.AtShipment;

/** The rules of a regime that extensions decide, each with what it remembers of this replication. */
final class CustomRules {

    private final Catalog catalog;
    private final RuleBook book;
    private final @Nullable ShipmentRule[] rules;

    CustomRules(Catalog catalog, RuleBook book) {
        this.catalog = catalog;
        this.book = book;
        rules = new ShipmentRule[book.size()];
        for (int rule = 0; rule < rules.length; rule++) {
            if (book.rule(rule) instanceof AtShipment.Custom custom) {
                rules[rule] = Extensions.create(Extensions.installed().rules(), custom.kind(), custom.texts());
            }
        }
    }

    /** Holds back what the strictest of such rules does not let leave. */
    void hold(Consignment consignment, LocalDate date, ObjIntConsumer<Refusal> stop) {
        int lawful = consignment.gpus();
        int strictest = Clearance.NO_RULE;
        for (int rule = 0; rule < rules.length; rule++) {
            ShipmentRule custom = rules[rule];
            if (custom != null && book.obeyed(rule) && book.binds(rule, consignment)) {
                int asked = asked(rule, custom, shipment(consignment.pool(), consignment.gpus(), date));
                strictest = asked < lawful ? rule : strictest;
                lawful = Math.min(lawful, asked);
            }
        }
        stop.accept(new Refusal(strictest, Clause.PROHIBITED, Gatekeeper.NO_QUOTA), consignment.gpus() - lawful);
    }

    private int asked(int rule, ShipmentRule custom, Shipment shipment) {
        int lawful = custom.lawfulGpus(shipment);
        if (lawful < 0 || lawful > shipment.gpus()) {
            throw new IllegalStateException("rule \"" + book.key(rule) + "\" lets " + lawful + " GPUs leave of "
                    + shipment + "; must be 0 to " + shipment.gpus());
        }
        return lawful;
    }

    /** Tells those rules what leaves. */
    void shipped(Consignment consignment, int gpus, LocalDate date) {
        for (int rule = 0; rule < rules.length; rule++) {
            ShipmentRule custom = rules[rule];
            if (custom != null && book.binds(rule, consignment)) {
                custom.shipped(shipment(consignment.pool(), gpus, date));
            }
        }
    }

    private Shipment shipment(int pool, int gpus, LocalDate date) {
        int chip = catalog.pools().chip(pool);
        return new Shipment(
                catalog.providers().slug(catalog.pools().provider(pool)),
                catalog.countries().slug(catalog.pools().country(pool)),
                catalog.chips().slug(chip),
                catalog.tppPerGpu(chip),
                gpus,
                date);
    }
}

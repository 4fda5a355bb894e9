package straits.regulation;

import java.time.LocalDate;
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

    /** GPUs of a shipment that every such rule in force lets leave. */
    int lawfulGpus(int pool, int gpus, LocalDate date) {
        int lawful = gpus;
        for (int rule = 0; rule < rules.length; rule++) {
            ShipmentRule custom = rules[rule];
            if (custom != null && book.binds(rule, pool)) {
                lawful = Math.min(lawful, asked(rule, custom, shipment(pool, gpus, date)));
            }
        }
        return lawful;
    }

    /** The first such rule in force for a pool; -1 if there is none. */
    int binding(int pool) {
        for (int rule = 0; rule < rules.length; rule++) {
            if (rules[rule] != null && book.binds(rule, pool)) {
                return rule;
            }
        }
        return -1;
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
    void shipped(int pool, int gpus, LocalDate date) {
        for (int rule = 0; rule < rules.length; rule++) {
            ShipmentRule custom = rules[rule];
            if (gpus > 0 && custom != null && book.binds(rule, pool)) {
                custom.shipped(shipment(pool, gpus, date));
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

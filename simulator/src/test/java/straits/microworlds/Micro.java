package straits.microworlds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import straits.catalog.Catalog;
import straits.engine.Engine;
import straits.engine.EventQueue;
import straits.engine.LadderQueue;
import straits.random.DrawAudit;
import straits.random.Randomness;
import straits.random.Stream;
import straits.regulation.Gatekeeper;
import straits.regulation.LicenceDesk;
import straits.regulation.Quotas;
import straits.scenario.LoadedScenario;
import straits.scenario.file.RegimeLibrary;
import straits.scenario.file.ScenarioReader;
import straits.simulation.Draw;
import straits.simulation.Simulation;
import straits.simulation.Snapshot;
import straits.simulation.World;

/**
 * A world with one provider, one site and ten GPUs of one chip, of which a test replaces the sections it is about. A run
 * checks all invariants at every event.
 */
final class Micro {

    static final String SEED = "micro";

    private final Map<String, String> sections = new LinkedHashMap<>();

    private Micro() {
        sections.put("schema_version", "1");
        sections.put("name", "micro");
        sections.put("title", "A world to be worked out by hand");
        sections.put("start", "2025-01-01");
        sections.put("horizon", "10 h");
        sections.put("chips", "{h100: " + chip(15_832, 1) + "}");
        sections.put("countries", "{malaysia: " + country("MY") + "}");
        sections.put("sites", "{johor: {country: malaysia, it_power_limit: {2024-01-01: 1000 MW}}}");
        sections.put(
                "providers", "{cloud: " + provider("h100", 2, "{site: johor, chip: h100, installed: 10 GPUs}") + "}");
        sections.put("own_regimes", "{open: {title: No rules}}");
        sections.put("regimes", "[open]");
        sections.put("reference_regime", "open");
    }

    static Micro world() {
        return new Micro();
    }

    static String chip(int tpp, double h100e) {
        return "{generation: any, tpp: " + tpp + " TPP, h100e_training: " + h100e + " H100e per GPU, h100e_inference: "
                + h100e + " H100e per GPU, it_power: 1 kW}";
    }

    static String country(String iso) {
        return "{iso: " + iso + ", region: asia, electricity_price: {2024-01-01: 0.1 USD per kWh}}";
    }

    static String provider(String chip, double usd, String fleet) {
        return "{home: MY, owner_class: local, offers: {" + chip + ": {on_demand: " + usd
                + " USD per GPU-hour}}, fleet: [" + fleet + "]}";
    }

    /** A class that pays up to 9 USD and waits as long as it takes; later keys of the text replace these. */
    static String tenants(String arrivals, String size, String duration, String rest) {
        return "{home: MY, arrivals: " + arrivals + ", size: " + size + ", duration: " + duration
                + (rest.contains("willingness") ? "" : ", willingness: 9 USD per H100e-hour")
                + (rest.isEmpty() ? "" : ", " + rest) + "}";
    }

    /** An anchor that holds GPUs of the only pool from the start and never buys. */
    static String holder(int gpus, String remaining, double usd, double budgetUsd) {
        return "{home: MY, chips: [h100], budget: " + Math.round(budgetUsd)
                + " USD, max_price: 0 USD per H100e-hour, need: {2024-01-01: 0 H100e}, opening: ["
                + lease(gpus, remaining, usd) + "]}";
    }

    static String lease(int gpus, String remaining, double usd) {
        return "{provider: cloud, site: johor, chip: h100, gpus: " + gpus + " GPUs, remaining: " + remaining
                + ", price: " + usd + " USD per GPU-hour}";
    }

    Micro with(String section, String text) {
        sections.put(section, text);
        return this;
    }

    /** A rule of the regime in force, and the desk behind it. */
    Micro regime(String rules, String desk) {
        return with("own_regimes", "{open: {title: Rules, rules: " + rules + ", desk: " + desk + "}}");
    }

    /** A part of a section replaced. */
    Micro replacing(String section, String part, String replacement) {
        return with(section, sections.getOrDefault(section, "").replace(part, replacement));
    }

    String text() {
        StringBuilder text = new StringBuilder();
        sections.forEach(
                (key, value) -> text.append(key).append(": ").append(value).append('\n'));
        return text.toString();
    }

    World load() {
        LoadedScenario loaded =
                ScenarioReader.read("micro.yaml", text(), RegimeLibrary.NONE).orThrow();
        return new World(new Catalog(loaded.scenario()), "open", loaded.regime("open"));
    }

    /** The door of the world by itself, on the first day. */
    Gatekeeper door() {
        World world = load();
        Engine engine = new Engine(new LadderQueue());
        Randomness randomness = Randomness.of(SEED, 0);
        LicenceDesk desk =
                new LicenceDesk(world.regime().desk(), world.catalog().timeline(), engine, randomness, new Quotas());
        Gatekeeper door = new Gatekeeper(world.catalog(), world.regime(), desk, engine);
        door.start(randomness);
        return door;
    }

    Snapshot run() {
        return run(0);
    }

    Snapshot run(long replication) {
        return run(new Draw(SEED, replication), new LadderQueue());
    }

    /** For statistics over many events; all invariants are checked at the end. */
    Snapshot runUnchecked(long replication) {
        return new Simulation(load(), new Draw(SEED, replication), new LadderQueue()).run();
    }

    Snapshot run(DrawAudit audit) {
        return run(new Draw(SEED, 0, audit), new LadderQueue());
    }

    Snapshot run(Draw draw, EventQueue queue) {
        return Simulation.checked(load(), draw, queue, 1).run();
    }

    /** Hours at which a class of constant rate arrives before an end, from its own stream. */
    static List<Double> arrivals(String tenants, double ratePerHour, double endHours, long replication) {
        Stream stream = Randomness.of(SEED, replication).stream(tenants, "arrival");
        List<Double> hours = new ArrayList<>();
        double at = -StrictMath.log1p(-stream.next()) / ratePerHour;
        while (at < endHours) {
            hours.add(at);
            at += -StrictMath.log1p(-stream.next()) / ratePerHour;
        }
        return hours;
    }
}

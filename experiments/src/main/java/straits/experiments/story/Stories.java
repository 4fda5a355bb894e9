package straits.experiments.story;

import java.util.Collection;
import straits.experiments.api.BadInputException;
import straits.scenario.file.Texts;
import straits.simulation.World;

/** Who tells the story of what. Numbers are those of the logs {@code leases.csv} and {@code licences.csv}. */
public final class Stories {

    private final World world;

    /** Stories of a run of a world. */
    public Stories(World world) {
        this.world = world;
    }

    /** Of a lease, by its number. */
    public Teller lease(long number) {
        return new LeaseStory(world, number);
    }

    /** Of an application for a licence, by the number of any of its filings. */
    public Teller licence(int number) {
        return new LicenceStory(world, number);
    }

    /**
     * Of a tenant class or an anchor tenant.
     *
     * @throws BadInputException if there is none of that key
     */
    public Teller tenant(String key) {
        known("tenant", key, world.catalog().tenants().slugs());
        int tenant = world.catalog().tenants().id(key);
        return tenant < world.catalog().classCount() ? new ClassStory(world, tenant) : new AnchorStory(world, tenant);
    }

    /**
     * Of a delivery.
     *
     * @throws BadInputException if there is none of that key
     */
    public Teller delivery(String key) {
        known("delivery", key, world.catalog().scenario().deliveries().keySet());
        return new DeliveryStory(world, key);
    }

    /**
     * Of a rule of the regime.
     *
     * @throws BadInputException if there is none of that key
     */
    public Teller rule(String key) {
        known(
                "rule of regime \"" + world.regimeKey() + "\"",
                key,
                world.regime().rules().keySet());
        return new RuleStory(world, key);
    }

    private static void known(String what, String key, Collection<String> keys) {
        if (!keys.contains(key)) {
            throw new BadInputException(Texts.unknown(what, key, keys));
        }
    }
}

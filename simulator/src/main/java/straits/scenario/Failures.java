package straits.scenario;

import static straits.scenario.Dimension.FRACTION;
import static straits.scenario.Dimension.HOURS;
import static straits.scenario.Dimension.PER_HOUR;
import static straits.scenario.Dimension.PER_NODE_HOUR;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How GPUs fail, are repaired, and what that does to leases. Where a pool is named by several, the provider's word counts more than
 * the chip's, and the chip's more than that for all.
 *
 * @param nodes nodes of all pools; missing means that none fail
 * @param byChip nodes with a chip, by chip
 * @param byProvider nodes of a provider, by provider
 * @param crews repair crews of each provider at each of its sites; missing means no limit
 * @param response what a lease does whose GPUs fail
 * @param credit share of the price of lost GPU-hours that a tenant gets back
 * @param siteLoss shocks that take a part of a site; missing means none
 * @param lostWork work that tenants lose to an interruption, by tenant; the others lose none
 */
public record Failures(
        @Meaning("nodes of all pools; missing means that none fail") @Nullable
        Nodes nodes,

        @Meaning("nodes with a chip, by chip") @Refers("chips") @Default("{}")
        Map<String, Nodes> byChip,

        @Meaning("nodes of a provider, by provider") @Refers("providers") @Default("{}")
        Map<String, Nodes> byProvider,

        @Meaning("repair crews of each provider at each of its sites; missing means no limit")
        @Within(low = 1)
        @Nullable
        Integer crews,

        @Meaning("what a lease does whose GPUs fail") @Default("replace")
        Response response,

        @Meaning("share of the price of lost GPU-hours that a tenant gets back")
        @In(FRACTION)
        @Within(high = 10)
        @Default("0")
        Quantity credit,

        @Meaning("shocks that take a part of a site; missing means none") @Nullable
        SiteLoss siteLoss,

        @Meaning("work that tenants lose to an interruption, by tenant; the others lose none")
        @Refers("tenant_classes or anchors")
        @Default("{}")
        Map<String, LostWork> lostWork) {

    /** Copies the collections, so that the record stays immutable. */
    public Failures {
        byChip = Copies.of(byChip);
        byProvider = Copies.of(byProvider);
        lostWork = Copies.of(lostWork);
    }

    /** How the nodes of a provider with a chip fail; null if they do not. */
    public @Nullable Nodes nodesOf(String provider, String chip) {
        Nodes owner = byProvider.get(provider);
        Nodes model = byChip.get(chip);
        return owner != null ? owner : model != null ? model : nodes;
    }

    /**
     * Nodes that fail at a constant rate while they are up, leased or not.
     *
     * @param rate failures per node and time in service
     * @param gpus GPUs of a node
     * @param repair time that a crew needs for a node
     */
    public record Nodes(
            @Meaning("failures per node and time in service") @In(PER_NODE_HOUR) @Within
            Quantity rate,

            @Meaning("GPUs of a node") @Within(low = 1, high = 1024) @Default("8")
            int gpus,

            @Meaning("time that a crew needs for a node") @In(HOURS) @Within
            Distribution repair) {}

    /** What a lease does whose GPUs fail. */
    public enum Response {
        /** It takes free GPUs of the same pool in their place, and goes on without those for which there are none. */
        REPLACE,
        /** It ends. */
        END
    }

    /**
     * Shocks, such as fires, floods and grid failures, that take a part of a site for a time. They strike each site by itself, as a
     * Poisson process.
     *
     * @param rate shocks per site and time
     * @param share share of the working GPUs of each pool of the site that is lost
     * @param duration time until they are back
     */
    public record SiteLoss(
            @Meaning("shocks per site and time") @In(PER_HOUR) @Within
            Quantity rate,

            @Meaning("share of the working GPUs of each pool that is lost") @In(FRACTION) @Within(open = true, high = 1)
            Quantity share,

            @Meaning("time until they are back") @In(HOURS) @Within
            Distribution duration) {}

    /**
     * What a tenant's work loses to an interruption. Work since the last checkpoint is done again, after a restart.
     *
     * @param checkpointInterval work between two checkpoints; missing means that there are none
     * @param checkpointCost time that a checkpoint takes, after each interval and at the end of the work
     * @param restart time until work goes on
     * @param finish whether leases go on until the work is done; then a lease's duration is work. Else leases keep their length and on
     *     average half an interval is lost
     */
    public record LostWork(
            @Meaning("work between two checkpoints; missing means that there are none")
            @In(HOURS)
            @Within(open = true)
            @Nullable
            Quantity checkpointInterval,

            @Meaning("time that a checkpoint takes") @In(HOURS) @Within @Default("0 h")
            Quantity checkpointCost,

            @Meaning("time until work goes on") @In(HOURS) @Within @Default("0 h")
            Quantity restart,

            @Meaning("whether leases go on until their work is done") @Default("false")
            boolean finish) {}
}

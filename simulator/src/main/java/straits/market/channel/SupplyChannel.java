package straits.market.channel;

import java.util.List;
import org.jspecify.annotations.Nullable;
import straits.scenario.Workload;

/** A way in which an anchor tenant comes by computing, or does without, beside renting. */
public interface SupplyChannel {

    /** Its key in the scenario. */
    String name();

    /** Its kind, as the scenario names it. */
    String kind();

    /** Does at a review what it is bound to do, whatever the tenant needs. */
    default void meetCommitments() {}

    /** What it has on offer at a review. */
    List<Option> options(Outlook outlook);

    /** The only workload that its chips serve; null: any. */
    default @Nullable Workload workload() {
        return null;
    }

    /** H100-equivalents of chips in service at a time, now or later, as planned now. */
    default double h100e(long atMicros) {
        return 0;
    }

    /** The part of its need that the tenant does without by better software, 0 to 1. */
    default double savedFraction(long atMicros) {
        return 0;
    }

    /** What of a gap is left open by choice. */
    default double putOffH100e(double gapH100e) {
        return 0;
    }

    /** When chips on order arrive, as planned now. */
    default List<Long> arrivalsMicros() {
        return List.of();
    }

    /** Takes stock at the end of a review. */
    default void reviewed(Outlook outlook) {}

    /** Handles an event of its own. */
    default void onEvent(int subject) {}

    /** Takes a change of the rules into account. */
    default void onRuleChange() {}

    /** What it supplied, when and at what cost. */
    ChannelMeasures measures();
}

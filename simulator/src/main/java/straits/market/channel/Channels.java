package straits.market.channel;

import java.util.ArrayList;
import java.util.List;
import straits.scenario.Channel;

/** Makes the channels of a tenant beside renting, in the order of the file. */
public final class Channels {

    private Channels() {}

    /** One for each that the scenario names; none for renting. */
    public static List<SupplyChannel> of(ChannelParts parts) {
        List<SupplyChannel> all = new ArrayList<>();
        parts.catalog().anchor(parts.tenant()).channels().forEach((name, channel) -> {
            if (channel instanceof Channel.Chips chips) {
                all.add(new ChipChannel(parts, all.size(), name, chips));
            } else if (channel instanceof Channel.EfficiencyGain gain) {
                all.add(new EfficiencyProgramme(parts, name, gain));
            } else if (channel instanceof Channel.Wait wait) {
                all.add(new Waiting(parts, name, wait));
            }
        });
        return List.copyOf(all);
    }
}

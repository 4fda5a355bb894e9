package straits.scenario;

import java.util.List;
import java.util.function.Predicate;

/** What anchor tenants serve and train, the channels they use, and the dates of both. */
final class ChannelChecks {

    /** Rows of renting in the table of channels. */
    private static final String BLOCK = "block";

    private final Scenario scenario;
    private final List<Finding> findings;

    ChannelChecks(Scenario scenario, List<Finding> findings) {
        this.scenario = scenario;
        this.findings = findings;
    }

    void run() {
        scenario.anchors().forEach((key, anchor) -> anchor("anchors." + key, anchor));
    }

    private void anchor(String path, AnchorTenant anchor) {
        if (anchor.needs() != null) {
            needs(path + ".needs", anchor.needs());
        }
        anchor.channels().forEach((key, channel) -> channel(path + ".channels." + key, key, channel));
        atMostOne(path, anchor, Channel.RentOnDemand.class::isInstance, "rent_on_demand");
        atMostOne(path, anchor, Channel.Block.class::isInstance, "block");
        atMostOne(path, anchor, Channel.EfficiencyGain.class::isInstance, "efficiency_gain");
        atMostOne(path, anchor, Channel.Wait.class::isInstance, "wait");
        if (anchor.strategy() != null && anchor.adapts()) {
            findings.add(Finding.fault(
                    path + ".strategy",
                    "found a strategy beside needs, efficiency_shocks or channels; an extension buys leases for a need by date only",
                    path + ".channels"));
        }
    }

    private void needs(String path, Needs needs) {
        if (needs.services().isEmpty() && needs.trainingRuns().isEmpty()) {
            findings.add(Finding.fault(path, "found neither services nor training_runs; must have at least one"));
        }
        needs.services().forEach((key, service) -> {
            ascending(path + ".services." + key + ".users", service.users());
            ascending(path + ".services." + key + ".tokens_per_user_day", service.tokensPerUserDay());
        });
    }

    private void channel(String path, String key, Channel channel) {
        if (key.equals(BLOCK) && !(channel instanceof Channel.Block)) {
            findings.add(Finding.fault(
                    path, "found the key block for another kind; channels.csv keeps it for leases for a term"));
        }
        if (channel instanceof Channel.Chips chips) {
            ascending(path + ".monthly", chips.monthly());
        }
        if (channel instanceof Channel.LicensedChips licensed) {
            offered(path, licensed);
        }
    }

    private void offered(String path, Channel.LicensedChips licensed) {
        Provider provider = scenario.providers().get(licensed.provider());
        if (provider != null && !provider.offers().containsKey(licensed.chip())) {
            findings.add(Finding.fault(
                    path + ".chip",
                    "found " + licensed.chip() + ", which " + licensed.provider()
                            + " does not list; its offers must list every chip that it receives, though none of these is let",
                    "providers." + licensed.provider() + ".offers"));
        }
    }

    private void atMostOne(String path, AnchorTenant anchor, Predicate<Channel> kind, String name) {
        if (anchor.channels().values().stream().filter(kind).count() > 1) {
            findings.add(Finding.fault(path + ".channels", "found " + name + " a second time; must be at most one"));
        }
    }

    private void ascending(String path, List<Dated> values) {
        if (values.isEmpty()) {
            findings.add(Finding.fault(path, "found an empty list; must have at least one date"));
        }
        for (int i = 1; i < values.size(); i++) {
            if (!values.get(i).from().isAfter(values.get(i - 1).from())) {
                findings.add(Finding.fault(
                        path + "[" + i + "]",
                        "found " + values.get(i).from() + " after "
                                + values.get(i - 1).from() + "; dates must ascend",
                        path));
            }
        }
    }
}

package straits.scenario;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import straits.scenario.AtLease.KycScreening;
import straits.scenario.AtLease.Mode;
import straits.scenario.AtLease.RemoteAccess;
import straits.scenario.AtLease.RevenueShare;
import straits.scenario.Rule.Grandfathers;

/** Parameters of rules at the lease that must stand together, or must not. */
final class LeaseRuleChecks {

    /** Rules at the lease are bits of a word to whoever asks which of them have let a request pass. */
    private static final int MOST_RULES = 64;

    private static final double MOST_SHARE = 0.5;

    private final String prefix;
    private final Regime regime;
    private final List<Finding> findings;

    LeaseRuleChecks(String prefix, Regime regime, List<Finding> findings) {
        this.prefix = prefix;
        this.regime = regime;
        this.findings = findings;
    }

    void run() {
        long count = regime.rules().values().stream()
                .filter(AtLease.class::isInstance)
                .count();
        if (count > MOST_RULES) {
            findings.add(Finding.fault(
                    prefix + "rules", "found " + count + " rules at the lease; must be at most " + MOST_RULES));
        }
        shares();
        regime.rules().forEach((key, rule) -> {
            if (rule instanceof AtLease atLease) {
                grandfathers(prefix + "rules." + key, atLease);
            }
            if (rule instanceof RemoteAccess access) {
                remoteAccess(prefix + "rules." + key, access);
            } else if (rule instanceof KycScreening screening) {
                new DistributionChecks(findings).check(prefix + "rules." + key + ".time", screening.time());
            }
        });
    }

    private void grandfathers(String path, AtLease rule) {
        boolean windsDown = rule instanceof RemoteAccess access && access.windDown() != null;
        if (!windsDown && rule.dates().grandfathers() != Grandfathers.NOTHING) {
            findings.add(Finding.fault(
                    path + ".dates.grandfathers",
                    "goes with wind_down only: without it no lease signed before is touched",
                    path + ".wind_down"));
        }
    }

    /** Each is at most a half, and so are all together. */
    private void shares() {
        double sum = 0;
        for (Map.Entry<String, Rule> entry : regime.rules().entrySet()) {
            if (entry.getValue() instanceof RevenueShare rule) {
                sum += rule.share().value();
                if (sum > MOST_SHARE && sum > rule.share().value()) {
                    findings.add(Finding.fault(
                            prefix + "rules." + entry.getKey() + ".share",
                            "found revenue shares that add to " + Words.number(sum) + "; must add to at most "
                                    + Words.number(MOST_SHARE)));
                }
            }
        }
    }

    private void remoteAccess(String path, RemoteAccess rule) {
        boolean licence = rule.mode() == Mode.LICENCE;
        parameter(path, "licence_quota", rule.licenceQuota(), licence, !licence, rule.mode());
        parameter(path, "review", rule.review(), licence, !licence, rule.mode());
        parameter(path, "wind_down", rule.windDown(), false, licence, rule.mode());
        boolean prohibition = rule.mode() == Mode.PROHIBITION;
        boolean needed = !prohibition && rule.trainingOperations() == null;
        parameter(
                path, "free_per_tenant_and_country", rule.freePerTenantAndCountry(), needed, prohibition, rule.mode());
    }

    private void parameter(String path, String key, @Nullable Object value, boolean needed, boolean barred, Mode mode) {
        if (needed && value == null) {
            findings.add(Finding.fault(path + "." + key, "missing: needed with mode " + word(mode), path + ".mode"));
        } else if (barred && value != null) {
            findings.add(Finding.fault(
                    path + "." + key, "found one; must be missing with mode " + word(mode), path + ".mode"));
        }
    }

    private static String word(Mode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }
}

package straits.experiments.design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import straits.scenario.AnchorTenant.OpeningLease;
import straits.scenario.Chip;
import straits.scenario.Dated;
import straits.scenario.Provider;
import straits.scenario.Scenario;
import straits.scenario.file.Amount;
import straits.scenario.file.Setting;

/**
 * Keeps what is sampled for the start of a run within what else is sampled for it. The ranges of assumptions are judgements for one
 * number at a time, but GPUs that are installed do have power, and GPUs that are leased are there: a power limit of the start below
 * what the installed GPUs draw is raised to that, and an opening lease beyond what is rentable is lowered to that.
 */
record OpeningFit(Scenario base) {

    /** Above the rounding of sums of doubles, below anything that matters. */
    private static final double SLACK = 1 + 1e-9;

    /** The settings, and behind them those that make the others fit. */
    List<Setting> fitted(List<Setting> settings) {
        Numbers numbers = new Numbers();
        settings.forEach(numbers::set);
        List<Setting> fitted = new ArrayList<>(settings);
        base.sites().forEach((key, site) -> {
            int step = stepAtStart(site.itPowerLimit());
            String path = "sites." + key + ".it_power_limit[" + step + "].value";
            double drawnMw = drawnMw(key, numbers);
            boolean fits = step < 0
                    || drawnMw
                            <= numbers.of(
                                    path,
                                    "MW",
                                    site.itPowerLimit().get(step).value().value());
            if (!fits) {
                fitted.add(new Setting(path, new Amount(drawnMw * SLACK, "MW").text()));
            }
        });
        base.anchors().forEach((key, anchor) -> openings("anchors." + key, anchor.opening(), numbers, fitted));
        return fitted;
    }

    private int stepAtStart(List<Dated> steps) {
        int last = -1;
        for (int step = 0; step < steps.size(); step++) {
            last = steps.get(step).from().isAfter(base.start()) ? last : step;
        }
        return last;
    }

    private double drawnMw(String site, Numbers numbers) {
        double[] kilowatts = {0};
        base.providers().forEach((key, provider) -> {
            for (int i = 0; i < provider.fleet().size(); i++) {
                Provider.Fleet fleet = provider.fleet().get(i);
                Chip chip = base.chips().get(fleet.chip());
                if (fleet.site().equals(site) && chip != null) {
                    double power = numbers.of(
                            "chips." + fleet.chip() + ".it_power",
                            "kW",
                            chip.itPower().value());
                    kilowatts[0] += installed(key, i, fleet, numbers) * power;
                }
            }
        });
        return kilowatts[0] / 1000;
    }

    private static double installed(String provider, int fleet, Provider.Fleet its, Numbers numbers) {
        return numbers.of(
                "providers." + provider + ".fleet[" + fleet + "].installed",
                "GPUs",
                its.installed().value());
    }

    private void openings(String anchor, List<OpeningLease> leases, Numbers numbers, List<Setting> fitted) {
        for (int i = 0; i < leases.size(); i++) {
            OpeningLease lease = leases.get(i);
            String path = anchor + ".opening[" + i + "].gpus";
            String pool = lease.provider() + " " + lease.site() + " " + lease.chip();
            double gpus = numbers.of(path, "GPUs", lease.gpus().value());
            double free = Math.floor(rentable(lease, numbers) - numbers.leased.getOrDefault(pool, 0.0));
            if (gpus > free && free >= 1) {
                fitted.add(new Setting(path, new Amount(free, "GPUs").text()));
            }
            numbers.leased.merge(pool, Math.min(gpus, free), Double::sum);
        }
    }

    private double rentable(OpeningLease lease, Numbers numbers) {
        Provider provider = base.providers().get(lease.provider());
        if (provider == null) {
            return 0;
        }
        for (int i = 0; i < provider.fleet().size(); i++) {
            Provider.Fleet fleet = provider.fleet().get(i);
            if (fleet.site().equals(lease.site()) && fleet.chip().equals(lease.chip())) {
                String path = "providers." + lease.provider() + ".fleet[" + i + "].rentable_fraction";
                return installed(lease.provider(), i, fleet, numbers)
                        * numbers.of(path, "", fleet.rentableFraction().value());
            }
        }
        return 0;
    }

    /** Numbers that settings state in base units, and what has been leased. */
    private static final class Numbers {

        private final Map<String, Amount> set = new HashMap<>();
        private final Map<String, Double> leased = new HashMap<>();

        void set(Setting setting) {
            Amount.of(setting.value()).ifPresent(amount -> set.put(setting.path(), amount));
        }

        /** The number set at a path; the stated one if none is, or in another unit, which the scenario's own check then meets. */
        double of(String path, String unit, double stated) {
            Amount amount = set.get(path);
            return amount == null || !amount.unit().equals(unit) ? stated : amount.number();
        }
    }
}

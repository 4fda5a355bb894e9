package straits.experiments.montecarlo;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import straits.catalog.Catalog;
import straits.scenario.Provider;
import straits.scenario.ProviderClass;
import straits.scenario.Workload;
import straits.simulation.Snapshot;

/** Rows of classes of providers, in the order of {@link ProviderClass}; a class without providers has none. */
final class ClassRows {

    private final Snapshot run;
    private final Catalog catalog;
    private final ScarcityRent rent;

    ClassRows(Snapshot run) {
        this.run = run;
        catalog = run.catalog();
        rent = new ScarcityRent(run);
    }

    private static final class Sums {

        private double revenueUsd;
        private double squaredUsd;
        private double gpuHours;
        private double h100eHours;
        private double costUsd;
        private double rentUsd;
    }

    List<ClassRow> of(List<Month> months) {
        List<ClassRow> rows = new ArrayList<>();
        for (Month month : months) {
            Map<ProviderClass, Sums> sums = sums(month);
            double marketUsd =
                    sums.values().stream().mapToDouble(each -> each.revenueUsd).sum();
            sums.forEach((ownerClass, each) -> rows.add(row(month, ownerClass, each, marketUsd)));
        }
        return rows;
    }

    private static ClassRow row(Month month, ProviderClass ownerClass, Sums sums, double marketUsd) {
        return new ClassRow(
                month.key(),
                ownerClass.name().toLowerCase(Locale.ROOT),
                sums.revenueUsd,
                marketUsd,
                sums.squaredUsd,
                sums.gpuHours,
                sums.h100eHours,
                sums.costUsd,
                sums.rentUsd);
    }

    private Map<ProviderClass, Sums> sums(Month month) {
        Map<ProviderClass, Sums> sums = new EnumMap<>(ProviderClass.class);
        for (Provider provider : catalog.scenario().providers().values()) {
            sums.computeIfAbsent(provider.ownerClass(), none -> new Sums());
        }
        double[] providerUsd = new double[catalog.providers().size()];
        for (int pool = 0; pool < catalog.pools().size(); pool++) {
            int provider = catalog.pools().provider(pool);
            providerUsd[provider] += add(sums(sums, provider), month, pool);
        }
        for (int provider = 0; provider < providerUsd.length; provider++) {
            sums(sums, provider).squaredUsd += providerUsd[provider] * providerUsd[provider];
        }
        return sums;
    }

    private Sums sums(Map<ProviderClass, Sums> sums, int provider) {
        return sums.getOrDefault(catalog.provider(provider).ownerClass(), new Sums());
    }

    /** Adds a pool and returns its revenue. */
    private double add(Sums sums, Month month, int pool) {
        int period = month.period();
        double revenueUsd =
                run.billing().revenueUsd(period, pool, false) + run.billing().revenueUsd(period, pool, true);
        double sold =
                run.billing().soldGpuHours(period, pool, false) + run.billing().soldGpuHours(period, pool, true);
        sums.revenueUsd += revenueUsd;
        sums.gpuHours += sold;
        sums.h100eHours +=
                sold * catalog.h100ePerGpu(Workload.TRAINING, catalog.pools().chip(pool));
        sums.costUsd += sold * run.prices().cost().marginalUsd(pool, month.startMicros());
        sums.rentUsd += rent.usd(period, pool);
        return revenueUsd;
    }
}

package straits.market;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleSupplier;
import straits.catalog.Catalog;
import straits.market.channel.ChannelParts;
import straits.market.channel.Channels;
import straits.market.channel.Option;
import straits.market.channel.Outlook;
import straits.market.channel.SupplyChannel;
import straits.market.lease.LeaseBook;
import straits.market.lease.LeaseEnd;
import straits.market.lease.Metering;
import straits.market.tenant.AnchorPlan;
import straits.units.Money;

/**
 * How an anchor tenant weighs renting against its other channels. At a review it takes options by cost per H100e-hour until
 * nothing is wanted: a block so much as will be wanted all its term, chips so much as will be wanted when they arrive and as long as
 * they last. What it holds on demand beyond its need it gives back, the dearest first.
 */
final class Adaptation {

    /** A surplus below this share of what is held is not worth a lease that is larger than it. */
    private static final double WORTH_A_LEASE = 0.01;

    private final Catalog catalog;
    private final Metering metering;
    private final int tenant;
    private final AnchorPlan plan;
    private final List<SupplyChannel> channels;
    private final boolean adapts;

    /** Rents from an offer up to an amount in H100-equivalents. */
    interface Rental {
        void rent(BlockOffers.Offer offer, double h100e);
    }

    Adaptation(MarketParts parts, int tenant, AnchorPlan plan) {
        catalog = parts.catalog();
        metering = parts.metering();
        this.tenant = tenant;
        this.plan = plan;
        channels = Channels.of(new ChannelParts(catalog, parts.scheduler(), parts.gatekeeper(), parts.desk(), tenant));
        adapts = catalog.anchor(tenant).adapts();
    }

    /** Whether the tenant does anything but rent for a need by date. */
    boolean adapts() {
        return adapts;
    }

    /** The channels beside renting. */
    List<SupplyChannel> channels() {
        return channels;
    }

    /** Takes what it is bound to take, and gives back what it rents on demand and needs no more. */
    void begin(long nowMicros, DoubleSupplier held) {
        channels.forEach(SupplyChannel::meetCommitments);
        if (adapts) {
            giveBack(nowMicros, new Outlook(plan, channels, nowMicros, held), held);
        }
    }

    private void giveBack(long nowMicros, Outlook outlook, DoubleSupplier held) {
        double surplus = -outlook.gap(nowMicros);
        int lease = dearest(surplus, held.getAsDouble());
        while (surplus > 0 && lease >= 0) {
            metering.endEarly(lease, LeaseEnd.GIVEN_BACK);
            surplus = -outlook.gap(nowMicros);
            lease = dearest(surplus, held.getAsDouble());
        }
    }

    /** The dearest lease on demand that the surplus covers, or any if the surplus is large; negative if there is none. */
    private int dearest(double surplus, double held) {
        LeaseBook leases = metering.leases();
        int dearest = -1;
        for (int lease = 0; lease < leases.highWater(); lease++) {
            boolean onDemand = leases.active(lease) && leases.tenant(lease) == tenant && !leases.committed(lease);
            boolean covered = onDemand && (h100e(lease) <= surplus || surplus > WORTH_A_LEASE * held);
            if (covered && (dearest < 0 || unitUsd(lease) > unitUsd(dearest))) {
                dearest = lease;
            }
        }
        return dearest;
    }

    private double h100e(int lease) {
        return metering.leases().gpus(lease) * h100ePerGpu(metering.leases().pool(lease));
    }

    private double unitUsd(int lease) {
        double usd = Money.toUsd(metering.leases().microUsdPerGpuHour(lease));
        return usd / h100ePerGpu(metering.leases().pool(lease));
    }

    private double h100ePerGpu(int pool) {
        return catalog.h100ePerGpu(catalog.workload(tenant), catalog.pools().chip(pool));
    }

    /** Fills what is wanted for the need of a time, from the cheapest option up. */
    void buy(long nowMicros, long needMicros, DoubleSupplier held, List<BlockOffers.Offer> offers, Rental rental) {
        Outlook outlook = new Outlook(plan, channels, nowMicros, held);
        noteLeases(outlook);
        List<Option> options = new ArrayList<>();
        channels.forEach(channel -> options.addAll(channel.options(outlook)));
        offers.forEach(offer -> options.add(new Rent(offer, needMicros, rental)));
        options.sort(Comparator.comparingDouble(Option::unitUsd));
        boolean dearer = true;
        for (int option = 0; option < options.size() && dearer; option++) {
            dearer = options.get(option).take(outlook);
        }
        channels.forEach(channel -> channel.reviewed(outlook));
    }

    private void noteLeases(Outlook outlook) {
        LeaseBook leases = metering.leases();
        for (int lease = 0; lease < leases.highWater(); lease++) {
            if (leases.active(lease) && leases.tenant(lease) == tenant) {
                outlook.rented(h100e(lease), leases.endMicros(lease), leases.committed(lease), unitUsd(lease));
            }
        }
    }

    private static final class Rent implements Option {

        private final BlockOffers.Offer offer;
        private final long needMicros;
        private final Rental rental;

        Rent(BlockOffers.Offer offer, long needMicros, Rental rental) {
            this.offer = offer;
            this.needMicros = needMicros;
            this.rental = rental;
        }

        @Override
        public double unitUsd() {
            return offer.unitUsd();
        }

        @Override
        public boolean take(Outlook outlook) {
            double wanted = outlook.gap(needMicros);
            if (wanted > 0 && offer.committed()) {
                long ends = outlook.nowMicros() + offer.termMicros();
                wanted = Math.min(wanted, outlook.lastingGap(null, outlook.nowMicros() + 1, ends, offer.unitUsd()));
            }
            if (wanted > 0) {
                double before = outlook.gap(needMicros);
                rental.rent(offer, wanted);
                long ends = outlook.nowMicros() + offer.termMicros();
                outlook.rented(before - outlook.gap(needMicros), ends, offer.committed(), offer.unitUsd());
            }
            return true;
        }
    }

    /** What is wanted for the need of a time beyond what is there now. */
    double gapH100e(long nowMicros, long needMicros, DoubleSupplier held) {
        return new Outlook(plan, channels, nowMicros, held).gap(needMicros);
    }

    /** What is missing now beyond what is there; what is put off by choice is not missing. */
    double missingH100e(long nowMicros, DoubleSupplier held) {
        double gap = new Outlook(plan, channels, nowMicros, held).gap(nowMicros);
        for (SupplyChannel channel : channels) {
            gap -= channel.putOffH100e(gap);
        }
        return Math.max(0, gap);
    }
}

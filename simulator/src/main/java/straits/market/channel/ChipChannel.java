package straits.market.channel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import straits.catalog.Catalog;
import straits.event.EventKind;
import straits.scenario.Channel;
import straits.scenario.Dated;
import straits.scenario.Workload;
import straits.units.Money;
import straits.units.SimTime;

/**
 * Chips that a tenant buys or has made, runs in data centres of its own and scraps at the end of their life. An order is cut to
 * what a calendar month allows and the year's budget pays for; the chips are paid for when they are shipped.
 *
 * <p>Cost per H100e-hour: (price / share that works x annuity / 8,760 h + running cost) / h100e of the chip, where the annuity of a
 * life of n years at a cost of capital r is r / (1 - (1 + r)^-n), or 1 / n without one.
 */
final class ChipChannel implements SupplyChannel {

    private static final double HOURS_PER_YEAR = 8760;

    private final ChannelParts parts;
    private final int channel;
    private final String name;
    private final Channel.Chips spec;
    private final Door door;
    private final double h100ePerGpu;
    private final double unitUsd;
    private final double usdPerWorkingChip;
    private final List<ChipOrder> orders = new ArrayList<>();
    private final double[] orderedUsd;
    private final ChannelMeasures measures;
    private final long maxMicroUsdPerH100eHour;
    private int month = -1;
    private int orderedThisMonth;

    /** Whether chips were kept back this month: what is refused now would be refused again next week. */
    private boolean refused;

    /** Nothing owned or ordered yet. */
    ChipChannel(ChannelParts parts, int channel, String name, Channel.Chips spec) {
        this.parts = parts;
        this.channel = channel;
        this.name = name;
        this.spec = spec;
        Catalog catalog = parts.catalog();
        Workload counted = spec.workload() == null ? catalog.workload(parts.tenant()) : spec.workload();
        h100ePerGpu = catalog.h100ePerGpu(counted, catalog.chips().id(spec.chip()));
        usdPerWorkingChip = spec.price().value() / spec.working();
        unitUsd = (usdPerWorkingChip * annuity() / HOURS_PER_YEAR
                        + spec.operations().value())
                / h100ePerGpu;
        double years = SimTime.toHours(catalog.timeline().horizonMicros()) / HOURS_PER_YEAR;
        orderedUsd = new double[(int) Math.ceil(years)];
        measures = new ChannelMeasures(catalog.timeline().periods());
        maxMicroUsdPerH100eHour =
                Money.ofUsd(catalog.anchor(parts.tenant()).maxPrice().value());
        door = spec instanceof Channel.LicensedChips licensed
                ? new ExportDoor(parts, this, licensed)
                : new OpenDoor(this);
        int opening = (int) Math.round(spec.opening().value());
        if (opening > 0) {
            serve(add(opening));
        }
    }

    private double annuity() {
        double years = spec.life().value() / HOURS_PER_YEAR;
        double rate = spec.costOfCapital().value();
        return rate == 0 ? 1 / years : rate / (1 - StrictMath.pow(1 + rate, -years));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String kind() {
        return spec instanceof Channel.LicensedChips ? "licensed_chips" : "own_chips";
    }

    @Override
    public @Nullable Workload workload() {
        return spec.workload();
    }

    @Override
    public ChannelMeasures measures() {
        return measures;
    }

    List<ChipOrder> orders() {
        return orders;
    }

    @Override
    public void meetCommitments() {
        int now = month();
        if (now != month) {
            month = now;
            orderedThisMonth = 0;
            refused = false;
            order(Math.min((int) Math.floor(monthly() * spec.working() * spec.committed()), affordable()));
        }
    }

    private int month() {
        int period = 0;
        while (parts.catalog().timeline().periodEndMicros(period) <= now()) {
            period++;
        }
        return period;
    }

    private double monthly() {
        double most = 0;
        for (Dated dated : spec.monthly()) {
            if (parts.catalog().timeline().micros(dated.from()) <= now()) {
                most = dated.value().value();
            }
        }
        return most;
    }

    /** What may still be ordered this month and paid for this year. */
    private int affordable() {
        if (refused || door.busy()) {
            return 0;
        }
        double left = Math.floor(monthly() * spec.working()) - orderedThisMonth;
        double roomUsd = spec.budget().value() - orderedUsd[year()];
        double paid = usdPerWorkingChip == 0 ? left : Math.floor(roomUsd / usdPerWorkingChip);
        return (int) Math.max(0, Math.min(left, paid));
    }

    private int year() {
        return (int) (SimTime.toHours(now()) / HOURS_PER_YEAR);
    }

    private long now() {
        return parts.scheduler().nowMicros();
    }

    @Override
    public List<Option> options(Outlook outlook) {
        boolean inTime = arrivalMicros() < parts.catalog().timeline().horizonMicros();
        boolean tooDear = Money.ofDrawnUsd(unitUsd) > maxMicroUsdPerH100eHour;
        return inTime && !tooDear && affordable() > 0 ? List.of(new Purchase()) : List.of();
    }

    private long arrivalMicros() {
        return now()
                + SimTime.ofHours(spec.lead().value())
                + SimTime.ofHours(spec.install().value());
    }

    private final class Purchase implements Option {

        @Override
        public double unitUsd() {
            return unitUsd;
        }

        /** Buys what will be wanted from the arrival on for as long as the chips last. */
        @Override
        public boolean take(Outlook outlook) {
            long arrival = arrivalMicros();
            long retires = arrival + SimTime.ofHours(spec.life().value());
            double wanted = outlook.lastingGap(spec.workload(), arrival, retires, unitUsd);
            order((int) Math.min(affordable(), Math.ceil(wanted / h100ePerGpu)));
            outlook.ordered();
            return true;
        }
    }

    private void order(int gpus) {
        if (gpus > 0) {
            ChipOrder order = add(gpus);
            orderedThisMonth += gpus;
            orderedUsd[order.year] += gpus * usdPerWorkingChip;
            expect(order, arrivalMicros());
            door.ordered(order);
        }
    }

    private ChipOrder add(int gpus) {
        ChipOrder order = new ChipOrder(orders.size(), gpus, now(), year());
        orders.add(order);
        return order;
    }

    private void expect(ChipOrder order, long readyMicros) {
        order.readyMicros = readyMicros;
        order.retiresMicros = readyMicros + SimTime.ofHours(spec.life().value());
    }

    /** Lets the vendor begin on an order. */
    void begin(ChipOrder order) {
        order.stage = ChipOrder.Stage.AT_VENDOR;
        expect(order, arrivalMicros());
        after(spec.lead().value(), order);
    }

    /** Lets what may leave of an order travel, paid for; the rest is not bought. */
    void ship(ChipOrder order, int gpus) {
        refused |= gpus < order.gpus;
        orderedUsd[order.year] -= (order.gpus - gpus) * usdPerWorkingChip;
        order.gpus = gpus;
        order.stage = gpus > 0 ? ChipOrder.Stage.TRAVELLING : ChipOrder.Stage.CANCELLED;
        if (gpus > 0) {
            measures.pay(ChannelMeasures.Cost.PURCHASE, Money.ofUsd(gpus * usdPerWorkingChip));
            expect(order, now() + SimTime.ofHours(spec.install().value()));
            after(spec.install().value(), order);
        }
    }

    /** Gives an order up. */
    void cancel(ChipOrder order) {
        refused = true;
        order.stage = ChipOrder.Stage.CANCELLED;
        orderedUsd[order.year] -= order.gpus * usdPerWorkingChip;
    }

    /** Goes on with an order after a time; at once if there is none, since its phase of this instant may be over. */
    private void after(double hours, ChipOrder order) {
        long at = now() + SimTime.ofHours(hours);
        if (at == now()) {
            onEvent(order.id);
        } else {
            schedule(at, order);
        }
    }

    private void schedule(long atMicros, ChipOrder order) {
        if (atMicros < parts.catalog().timeline().horizonMicros()) {
            long payload = (long) channel << Integer.SIZE | order.id;
            parts.scheduler().schedule(atMicros, EventKind.CHIPS, parts.tenant(), payload);
        }
    }

    @Override
    public void onEvent(int id) {
        ChipOrder order = orders.get(id);
        switch (order.stage) {
            case AT_VENDOR -> {
                order.vendorDone = true;
                door.shipped(order);
            }
            case TRAVELLING -> serve(order);
            case IN_SERVICE -> retire(order);
            case AWAITING_LICENCE, RETIRED, CANCELLED ->
                throw new IllegalStateException("an order of " + name + " is " + order.stage);
        }
    }

    private void serve(ChipOrder order) {
        order.stage = ChipOrder.Stage.IN_SERVICE;
        expect(order, now());
        schedule(order.retiresMicros, order);
        level();
    }

    private void retire(ChipOrder order) {
        order.stage = ChipOrder.Stage.RETIRED;
        level();
    }

    private void level() {
        long gpus = orders.stream()
                .filter(order -> order.stage == ChipOrder.Stage.IN_SERVICE)
                .mapToLong(order -> order.gpus)
                .sum();
        long microUsdPerHour = Money.ofUsd(spec.operations().value()) * gpus;
        measures.level(now(), (double) gpus, gpus * h100ePerGpu, microUsdPerHour);
    }

    @Override
    public double h100e(long atMicros) {
        long gpus = 0;
        for (ChipOrder order : orders) {
            gpus += order.serves(atMicros, now()) ? order.gpus : 0;
        }
        return gpus * h100ePerGpu;
    }

    @Override
    public List<Long> arrivalsMicros() {
        List<Long> arrivals = new ArrayList<>();
        for (ChipOrder order : orders) {
            if (order.isExpected()) {
                arrivals.add(order.readyMicros);
            }
        }
        return arrivals;
    }

    @Override
    public void onRuleChange() {
        refused = false;
        door.ruleChanged();
    }
}

package straits.supply;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import straits.catalog.Catalog;
import straits.random.KeyedDraws;
import straits.random.Randomness;
import straits.random.Samplers;
import straits.scenario.Delivery;
import straits.units.SimTime;

/** All orders and the tranches they travel in, for reading; the first tranches are those of the dated orders, in their order. */
public final class DeliveryBook {

    private final Catalog catalog;
    private final KeyedDraws draws;
    private final List<Order> orders = new ArrayList<>();
    private final List<Tranche> tranches = new ArrayList<>();

    DeliveryBook(Catalog catalog, Randomness randomness) {
        this.catalog = catalog;
        draws = randomness.keyed("delivery");
    }

    Tranche add(String name, Delivery terms, int pool, long orderedMicros) {
        Order order = new Order(orders.size(), name, terms, orderedMicros);
        orders.add(order);
        return add(new Tranche(tranches.size(), order, order.nextPart(), pool, order.gpus()));
    }

    /** Some GPUs of a tranche as a tranche of their own; the tranche itself if they are all it has. */
    Tranche part(Tranche tranche, int gpus) {
        return gpus == tranche.gpus()
                ? tranche
                : add(tranche.split(tranches.size(), tranche.order().nextPart(), gpus));
    }

    private Tranche add(Tranche tranche) {
        tranches.add(tranche);
        return tranche;
    }

    Tranche tranche(int id) {
        return tranches.get(id);
    }

    List<Tranche> tranches() {
        return tranches;
    }

    /** Number of tranches. */
    public int size() {
        return tranches.size();
    }

    /** Number of the order a tranche belongs to: that of the dated delivery in the scenario. */
    public int order(int id) {
        return tranches.get(id).order().number();
    }

    /** Name of the order a tranche belongs to. */
    public String name(int id) {
        return tranches.get(id).order().name();
    }

    /** Number of a tranche within its order, from 0. */
    public int part(int id) {
        return tranches.get(id).part();
    }

    /** Pool of a tranche. */
    public int pool(int id) {
        return tranches.get(id).pool();
    }

    /** GPUs of a tranche, without those that quotas left behind. */
    public int gpus(int id) {
        return tranches.get(id).gpus();
    }

    /** State of a tranche. */
    public DeliveryState state(int id) {
        return tranches.get(id).state();
    }

    /** Rentable GPUs of a tranche that are on their way or in service. */
    public double rentableGpus(int id) {
        return tranches.get(id).gpus() * rentableFraction(id);
    }

    /** Rentable GPUs of a tranche that a quota left behind. */
    public double cappedRentableGpus(int id) {
        return tranches.get(id).capped() * rentableFraction(id);
    }

    private double rentableFraction(int id) {
        return tranches.get(id).order().terms().rentableFraction().value();
    }

    /** Rentable GPUs that a pool may still expect of its orders. */
    double awaitedRentableGpus(int pool) {
        double sum = 0;
        for (Tranche tranche : tranches) {
            if (tranche.pool() == pool && tranche.isAwaited()) {
                sum += rentableGpus(tranche.id());
            }
        }
        return sum;
    }

    /** GPUs of orders that came into service in a pool. */
    long inService(int pool) {
        return tranches.stream()
                .filter(each -> each.pool() == pool && each.state() == DeliveryState.IN_SERVICE)
                .mapToLong(Tranche::gpus)
                .sum();
    }

    /** Transit, installation and the slip drawn for the order, from shipment to being ready for service. */
    long travelMicros(Tranche tranche) {
        long slip = Math.round(slipHours(tranche.order()) * SimTime.MICROS_PER_HOUR);
        return SimTime.ofHours(tranche.order().terms().install().value()) + slip;
    }

    private double slipHours(Order order) {
        return Samplers.of(order.terms().slip()).at(draws.uniform(order.key(), 0, 0));
    }

    /**
     * Rentable GPU-hours that a tranche's licences and permits took: from the day it would have been ready without them to the day
     * it was, or to the end of the run if it never was. What quotas left behind and waiting for power do not count.
     */
    public double licenceDelayGpuHours(int id) {
        Tranche tranche = tranches.get(id);
        if (tranche.order().applications() == 0) {
            return 0;
        }
        long travel = travelMicros(tranche);
        long unasked = tranche.order().orderedMicros() + tranche.order().leadMicros() + travel;
        long cleared = tranche.clearedMicros();
        long ready = cleared == Tranche.NEVER ? Tranche.NEVER : cleared + travel;
        return rentableGpus(id) * (inServiceHours(unasked) - inServiceHours(ready));
    }

    /** Whether every GPU ordered is in one tranche of its order, or was left behind there, and none is in two. */
    boolean conserved() {
        long[] left = orders.stream().mapToLong(Order::gpus).toArray();
        for (Tranche tranche : tranches) {
            left[tranche.order().number()] -= tranche.gpus() + tranche.capped();
        }
        return Arrays.stream(left).allMatch(each -> each == 0)
                && tranches.stream().allMatch(each -> each.gpus() >= 0);
    }

    private double inServiceHours(long readyMicros) {
        long horizon = catalog.timeline().horizonMicros();
        return SimTime.toHours(horizon - Math.max(0, Math.min(horizon, readyMicros)));
    }

    /**
     * H100e-hours to the end of the run of everything rentable that is delivered by dated orders, with the slips of this run, if
     * nothing but they kept it from service: no licence, cap or lack of power. Its mean is {@link
     * PlannedSupply#expectedH100eHours}.
     */
    public double drawnH100eHours() {
        double sum = 0;
        for (Order order : orders.subList(0, catalog.scenario().deliveries().size())) {
            sum += PlannedSupply.h100eHours(catalog, order.terms(), slipHours(order));
        }
        return sum;
    }
}

package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import straits.engine.EventQueue;
import straits.engine.LadderQueue;
import straits.event.EventKind;
import straits.market.inventory.Inventory;
import straits.market.inventory.PoolState;
import straits.market.spot.ReclaimListener;
import straits.random.DrawAudit;
import straits.random.Randomness;
import straits.regulation.Licences;
import straits.regulation.Quotas;
import straits.simulation.Draw;
import straits.simulation.Invariant;
import straits.simulation.InvariantException;
import straits.simulation.Observer;
import straits.simulation.Simulation;

/** Every invariant, broken by hand in the middle of a run, is reported by its number with both values. */
final class InvariantsTest {

    private static final int BREAK_AT = 60;

    private static Micro world() {
        return Micro.world()
                .with("horizon", "60 h")
                .with(
                        "tenant_classes",
                        "{small: " + Micro.tenants("{rate: 2 per hour}", "2 H100e", "3 h", "patience: 5 h") + "}");
    }

    /** Breaks a run at the first request from the sixtieth event on. */
    private static final class Breaking implements Observer {

        private final Simulation simulation;
        private final Consumer<Simulation> how;
        private int events;
        private boolean broken;

        Breaking(Simulation simulation, Consumer<Simulation> how) {
            this.simulation = simulation;
            this.how = how;
        }

        @Override
        public void event(long nowMicros, EventKind kind, int subject, long payload) {
            if (++events >= BREAK_AT && !broken && kind == EventKind.LEASE_REQUEST) {
                broken = true;
                how.accept(simulation);
            }
        }
    }

    private static Arguments broken(Invariant invariant, Consumer<Simulation> how, String found) {
        return Arguments.of(invariant, (Supplier<EventQueue>) LadderQueue::new, how, found);
    }

    private static Arguments lied(Invariant invariant, Supplier<EventQueue> queue, String found) {
        return Arguments.of(invariant, queue, (Consumer<Simulation>) simulation -> {}, found);
    }

    private static Inside in(Simulation simulation, String path) {
        return Inside.of(simulation, "parts." + path);
    }

    private static void integral(Simulation simulation, PoolState state, long delta) {
        in(simulation, "inventory.counts.unitMicros").element(0).add(state.ordinal(), delta);
    }

    private static int lease(Simulation simulation) {
        long[] terms = (long[]) in(simulation, "metering.leases.terms").get();
        int lease = 0;
        while (terms[lease] == 0) {
            lease++;
        }
        return lease;
    }

    private static void licence(Simulation simulation) {
        String licences = "desk.licences";
        in(simulation, licences).add("size", 1);
        in(simulation, licences + ".quota").set(0, -1);
        in(simulation, licences + ".state").put(0, Licences.State.ACTIVE);
        in(simulation, licences + ".grantedMicros").set(0, Long.MAX_VALUE / 2);
        in(simulation, licences + ".expiryMicros").set(0, Long.MAX_VALUE);
    }

    private static void quota(Simulation simulation) {
        Quotas quotas = (Quotas) in(simulation, "desk.licences.quotas").get();
        int quota = quotas.open(new Quotas.Name("rule", "", ""), 100);
        in(simulation, "desk.licences.quotas.left").add(quota, 1);
    }

    private static void fail(Simulation simulation) {
        Inventory inventory = (Inventory) in(simulation, "inventory").get();
        long now = (long) Inside.of(simulation, "engine.nowMicros").get();
        if (inventory.free(0) == 0) {
            inventory.release(0, 1, now);
        }
        inventory.fail(0, PoolState.FREE, 1, now);
    }

    private static Randomness randomness(Simulation simulation) {
        return (Randomness) in(simulation, "randomness").get();
    }

    private static DrawAudit audit(Simulation simulation) {
        return (DrawAudit) in(simulation, "randomness.audit").get();
    }

    static Stream<Arguments> breaks() {
        return Stream.of(
                lied(Invariant.ORDER, LyingQueue::swapping, "comes after"),
                lied(Invariant.EVENTS, LyingQueue::forgetful, "events scheduled, but 100 run"),
                lied(Invariant.HORIZON, LyingQueue::endless, "runs after the end"),
                broken(
                        Invariant.HORIZON,
                        run -> {
                            integral(run, PoolState.LEASED, 5);
                            integral(run, PoolState.FREE, -5);
                        },
                        "GPU-microseconds leased, "),
                broken(Invariant.POOLS, run -> in(run, "inventory.free").add(0, 1), "10 installed, 0 captive, "),
                broken(
                        Invariant.LEASED_GPUS,
                        run -> in(run, "metering.leases.terms").add(lease(run), 1),
                        "GPUs, "),
                broken(
                        Invariant.DELIVERIES,
                        run -> in(run, "deliveries.fleets.gpus").add(0, 1),
                        "GPUs installed are not those there at the start"),
                broken(
                        Invariant.FREE_GPUS,
                        run -> in(run, "inventory.reclaimable").add(0, 1),
                        "1 GPUs of pool cloud/johor/h100 give way, spot leases have 0"),
                broken(Invariant.GPU_HOURS, run -> integral(run, PoolState.FREE, 5), "in all other states"),
                broken(
                        Invariant.REQUESTS,
                        run -> in(run, "marketplace.outcomes").add("everEnded", 1),
                        "requests, but "),
                broken(Invariant.REQUESTS, run -> in(run, "metering").add("signed", 1), "leases signed, but "),
                broken(
                        Invariant.LEASE_TIMES,
                        run -> in(run, "metering.leases.hourStartMicros").add(lease(run), -1),
                        "GPU-microseconds, but billed"),
                broken(
                        Invariant.LEASE_TIMES,
                        run -> in(run, "metering.leases.endMicros").set(lease(run), 1),
                        "ends at 1 µs"),
                broken(
                        Invariant.RECLAIMS,
                        run -> ((ReclaimListener) in(run, "reclaim.watcher").get()).reclaimed(0, 1, List.of()),
                        "1 GPUs of pool 0 are missing, 0 spot leases with 0 give way"),
                broken(
                        Invariant.LITTLE,
                        run -> in(run, "marketplace.waiting").add("waitedMicros", 7),
                        "its requests have waited"),
                broken(
                        Invariant.DOUBLE_ENTRY,
                        run -> in(run, "billing.ledger.sidesMicroUsd").add(0, 1),
                        "sum to -1 micro-USD, not 0"),
                broken(
                        Invariant.REVENUE,
                        run -> in(run, "billing.cells").element(0).add(0, 1),
                        "differ from what was charged by cell"),
                broken(
                        Invariant.REVENUE,
                        run -> in(run, "billing.sharesMicroUsd").element(0).add(0, 1),
                        "differ from what was charged by cell"),
                broken(
                        Invariant.REVENUE,
                        run -> in(run, "billing.sharesMicroUsd").element(0).add(0, -1),
                        "differ from what was charged by cell"),
                broken(
                        Invariant.PRICES,
                        run -> in(run, "billing.roomMicroUsd").add(0, 20_000_001),
                        "a tenant is charged beyond its budget"),
                broken(
                        Invariant.PRICES,
                        run -> in(run, "metering.leases.priceAndLimit").set(lease(run), 2_000_000L << 32 | 1_999_999),
                        "pays 2000000 micro-USD per GPU-hour, its tenant would pay 1999999"),
                broken(
                        Invariant.PRESENT_VALUE,
                        run -> Inside.call("straits.simulation.MoneyInvariants", "discounted", 90.0, 100.0),
                        "is 90.0 USD, its sum 100.0"),
                broken(
                        Invariant.APPLICATIONS,
                        run -> in(run, "desk.measures.levels.level").add(0, 1),
                        "0 applications are not decided, 1 are counted"),
                broken(Invariant.QUOTAS, InvariantsTest::quota, "a quota is not granted = drawn + left"),
                broken(Invariant.LICENCE_TIMES, InvariantsTest::licence, "licence 0 is ACTIVE, granted at "),
                broken(
                        Invariant.REPAIRS,
                        InvariantsTest::fail,
                        "1 GPUs of pool cloud/johor/h100 are down, 0 come back"),
                broken(
                        Invariant.STREAMS,
                        run -> randomness(run).stream("small", "arrival"),
                        "small:arrival is used twice"),
                broken(
                        Invariant.SUBSTREAMS,
                        run -> {
                            audit(run).opened("one", "[1]");
                            audit(run).opened("other", "[1]");
                        },
                        "other begins at [1], where one does"),
                broken(
                        Invariant.FRACTIONS,
                        run -> {
                            integral(run, PoolState.LEASED, -1L << 50);
                            integral(run, PoolState.FREE, 1L << 50);
                        },
                        "GPU-microseconds leased of "),
                broken(
                        Invariant.STATISTICS,
                        run -> in(run, "marketplace.outcomes.waited").add(0, 1_000_000),
                        "of which 10000"));
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void isReportedWithItsNumberTheEventAndBothValues(
            Invariant invariant, Supplier<EventQueue> queue, Consumer<Simulation> how, String found) {
        Simulation simulation = Simulation.checked(world().load(), new Draw(Micro.SEED, 0), queue.get(), 1);
        InvariantException thrown =
                catchThrowableOfType(InvariantException.class, () -> simulation.run(new Breaking(simulation, how)));
        assertThat(thrown).as("nothing is reported").isNotNull();
        assertThat(thrown.invariant()).as(thrown.getMessage()).isEqualTo(invariant);
        assertThat(thrown)
                .hasMessageStartingWith("invariant " + invariant.number() + " (" + invariant.text() + "): ")
                .hasMessageContaining(found)
                .hasMessageMatching("(?s).* \\(event [0-9]+, hour [0-9.]+\\)");
        assertThat(simulation.lastEvents()).hasSize(50);
    }

    @Test
    void noneIsForgotten() {
        Set<Invariant> broken = EnumSet.of(Invariant.FILES);
        breaks().forEach(each -> broken.add((Invariant) each.get()[0]));
        assertThat(broken).as("files are checked where they are written").containsExactly(Invariant.values());
    }

    /** An hour charged twice keeps every balance, and is no secret to whoever reckons it from the lease. */
    @Test
    void anHourChargedTwiceIsReported() {
        Simulation simulation = Simulation.checked(world().load(), new Draw(Micro.SEED, 0), new LadderQueue());
        Observer twice = new Observer() {
            @Override
            public void event(long nowMicros, EventKind kind, int subject, long payload) {
                if (kind == EventKind.GPU_HOUR) {
                    in(simulation, "billing.ledger.sidesMicroUsd").add(0, 5);
                }
            }
        };
        InvariantException thrown = catchThrowableOfType(InvariantException.class, () -> simulation.run(twice));
        assertThat(thrown.invariant()).isEqualTo(Invariant.REVENUE);
        assertThat(thrown).hasMessageContaining("costs 4000000 micro-USD, 4000005 were charged");
    }

    @Test
    void withoutChecksTheEndTellsWhatTheBeginningBroke() {
        Simulation simulation = new Simulation(world().load(), new Draw(Micro.SEED, 0), new LadderQueue());
        Consumer<Simulation> how =
                run -> in(run, "billing.ledger.sidesMicroUsd").add(0, 1);
        InvariantException thrown =
                catchThrowableOfType(InvariantException.class, () -> simulation.run(new Breaking(simulation, how)));
        assertThat(thrown.invariant()).isEqualTo(Invariant.DOUBLE_ENTRY);
        assertThat(simulation.lastEvents()).isEmpty();
    }

    @Test
    void checkingChangesNothing() {
        Map<String, Object> plain =
                Fingerprint.of(new Simulation(world().load(), new Draw(Micro.SEED, 0), new LadderQueue()).run());
        List<Map<String, Object>> checked = new ArrayList<>();
        for (long every : new long[] {1, 7, 1 << 20}) {
            checked.add(
                    Fingerprint.of(Simulation.checked(world().load(), new Draw(Micro.SEED, 0), new LadderQueue(), every)
                            .run()));
        }
        assertThat(checked).containsOnly(plain);
    }
}

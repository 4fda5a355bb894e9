package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static straits.microworlds.Micro.chip;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.engine.LadderQueue;
import straits.market.Outcome;
import straits.regulation.Clause;
import straits.regulation.Denials;
import straits.regulation.Denials.Denial;
import straits.regulation.Denials.Subject;
import straits.regulation.Gatekeeper;
import straits.regulation.Refusal;
import straits.simulation.Draw;
import straits.simulation.Observer;
import straits.simulation.Simulation;
import straits.simulation.Snapshot;

/** What rules refuse, by what, whom and how much. A GPU has 10 TPP and is one H100e. */
final class DenialsTest {

    private static final String CAP = "cap: {kind: country_cap, dates: {effective: 2025-01-01}, cap: 300 TPP}";
    private static final String LICENCE =
            "licence: {kind: hardware_licence, dates: {effective: 2024-01-01}, review: r}";

    /** One order of 50 GPUs on 10 January that leaves on the 20th and is ready on the 25th of a year of 30 days. */
    private static Micro orders(String rules, String desk) {
        return Micro.world()
                .with("horizon", "40 days")
                .with("chips", "{h100: " + chip(10, 1) + "}")
                .with(
                        "deliveries",
                        "{d: {provider: cloud, site: johor, chip: h100, gpus: 50 GPUs, rentable_fraction: 0.5, ordered: 2025-01-10,"
                                + " vendor_lead: 10 days, install: 5 days}}")
                .regime("{" + rules + "}", desk);
    }

    private static String desk(double deny) {
        return "{review_classes: {r: {review_time: 3 days, approve: 0, deny: " + deny + "}}}";
    }

    private static List<Denial> denials(Snapshot run) {
        List<Denial> all = new ArrayList<>();
        for (int period = 0; period < run.catalog().timeline().periods(); period++) {
            all.addAll(run.denials().in(period));
        }
        return all;
    }

    /** 20 of 50 GPUs stay behind; from the morning of 25 January 16 of the 40 days are left. */
    @Test
    void aCapKeepsBackWhatExceedsIt() {
        Snapshot run = orders(CAP, "{}").run();

        Refusal cap = new Refusal(0, Clause.CAP_EXHAUSTED, 0);
        assertThat(denials(run))
                .containsExactly(new Denial(Subject.SHIPMENT, Denials.NONE, 0, 0, cap, 1, 20, 20 * 24 * 16.0, 0));
    }

    @Test
    void theFirstCapThatIsUsedUpIsNamed() {
        String tight = CAP.replace("cap: {", "tight: {").replace("300", "125");
        Snapshot run = orders(CAP + ", " + tight, "{}").run();

        assertThat(denials(run)).singleElement().satisfies(denial -> {
            assertThat(run.gatekeeper().ruleKey(denial.refusal().rule())).isEqualTo("tight");
            assertThat(denial.gpus()).isEqualTo(38);
            assertThat(denial.quotaLeftTpp()).isEqualTo(5);
            assertThat(run.quotas().name(denial.refusal().quota()).rule()).isEqualTo("tight");
        });
    }

    /** Refused on 13 January; the vendor would have taken ten days from there, the way another five. */
    @Test
    void aLicenceRefusedKeepsBackTheWholeShipment() {
        Snapshot run = orders(LICENCE, desk(1)).run();

        Refusal refused = new Refusal(0, Clause.REFUSED, Gatekeeper.NO_QUOTA);
        assertThat(denials(run))
                .containsExactly(new Denial(Subject.SHIPMENT, Denials.NONE, 0, 0, refused, 1, 50, 50 * 24 * 13.0, 0));
    }

    @Test
    void aDeskWithoutRoomTurnsTheSecondAway() {
        Snapshot run = orders(LICENCE, desk(1).replace("{review_classes", "{room: 1, review_classes"))
                .with(
                        "deliveries",
                        "{a: ORDER, b: ORDER}"
                                .replace(
                                        "ORDER",
                                        "{provider: cloud, site: johor, chip: h100, gpus: 5 GPUs, ordered: 2025-01-10, vendor_lead: 0 h}"))
                .run();

        assertThat(denials(run))
                .extracting(each -> each.refusal().clause())
                .containsExactly(Clause.TURNED_AWAY, Clause.REFUSED);
    }

    @Test
    void whatIsLetGoIsNoDenial() {
        assertThat(denials(orders(CAP.replace("300", "500"), "{}").run())).isEmpty();
        assertThat(denials(orders(LICENCE, desk(1).replace("approve: 0, deny: 1", "approve: 1"))
                        .run()))
                .isEmpty();
    }

    @Test
    void whoeverWatchesIsToldOfTheDelivery() {
        List<String> told = new ArrayList<>();
        Observer observer = new Observer() {
            @Override
            public void shipmentRefused(long nowMicros, int delivery, Denial denial) {
                told.add(delivery + " " + denial.gpus() + " " + denial.refusal().clause());
            }
        };
        new Simulation(orders(CAP, "{}").load(), new Draw(Micro.SEED, 0), new LadderQueue()).run(observer);

        assertThat(told).containsExactly("0 20 CAP_EXHAUSTED");
    }

    /** 100 of 1,000 GPUs wanted, 10 free of licence: from the first review to the end of the run 90 are barred. */
    @ParameterizedTest
    @CsvSource({"1, 90", "5, 50", "10, 0"})
    void anAnchorIsBarredFromWhatItsQuotaDoesNotCover(int freeTens, double barred) {
        String rule = "rental: {kind: remote_access, dates: {effective: 2024-01-01}, free_per_tenant_and_country: "
                + freeTens * 100 + " TPP, licence_quota: 10 TPP, review: r}";
        Snapshot run = Micro.world()
                .with("horizon", "10 days")
                .with("chips", "{h100: " + chip(10, 1) + "}")
                .with(
                        "providers",
                        "{cloud: " + Micro.provider("h100", 1, "{site: johor, chip: h100, installed: 1000 GPUs}") + "}")
                .with(
                        "anchors",
                        "{x: {home: CN, budget: 900 million USD, max_price: 5 USD per H100e-hour, need: {2024-01-01: 100 H100e}, review: 1 days}}")
                .regime("{" + rule + "}", "{review_classes: {r: {review_time: 100 days, approve: 1}}}")
                .run();

        double hours = Books.overPeriods(
                run, period -> run.procurements().get(0).measures().unfilledHours(period));
        double denied = denials(run).stream().mapToDouble(Denial::h100eHours).sum();
        assertThat(denied).isCloseTo(hours, within(1e-6));
        assertThat(denied > 9 * 24 * barred).isEqualTo(barred > 0);
        assertThat(denials(run)).allSatisfy(each -> {
            assertThat(each.subject()).isEqualTo(Subject.ANCHOR);
            assertThat(each.refusal()).isEqualTo(new Refusal(0, Clause.QUOTA_EXHAUSTED, 0));
            assertThat(each.refusals()).isEqualTo(10);
            assertThat(each.quotaLeftTpp()).isZero();
        });
    }

    @Test
    void anAnchorsApplicationRefusedIsCounted() {
        String rule =
                "rental: {kind: remote_access, dates: {effective: 2024-01-01}, free_per_tenant_and_country: 0 TPP, licence_quota: 10 TPP, review: r}";
        Snapshot run = Micro.world()
                .with("horizon", "10 days")
                .with("chips", "{h100: " + chip(10, 1) + "}")
                .with(
                        "anchors",
                        "{x: {home: CN, budget: 900 million USD, max_price: 5 USD per H100e-hour, need: {2024-01-01: 100 H100e}, review: 1 days}}")
                .regime("{" + rule + "}", desk(1))
                .run();

        assertThat(denials(run).stream().filter(each -> each.refusal().clause() == Clause.REFUSED))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.refusals()).isEqualTo(run.desk().refused()).isPositive();
                    assertThat(each.h100eHours()).isZero();
                });
    }

    /** A class whose patience is an hour asks for licences that take three days: all that arrived stay undecided. */
    @Test
    void aRequestWhoseLicenceComesTooLateIsPending() {
        String rule =
                "rental: {kind: remote_access, dates: {effective: 2024-01-01}, free_per_tenant_and_country: 0 TPP, licence_quota: 10 TPP, review: r}";
        Snapshot run = Micro.world()
                .with("chips", "{h100: " + chip(10, 1) + "}")
                .with(
                        "tenant_classes",
                        "{c: " + Micro.tenants("{rate: 2 per hour}", "1 H100e", "1 h", "patience: 1 h") + "}")
                .regime("{" + rule + "}", desk(1))
                .run();

        long pending = run.outcomes().requests(0, 0, Outcome.LICENCE_PENDING);
        assertThat(pending).isPositive();
        assertThat(run.denials().requests(0, 0, 0, Clause.PENDING)).isEqualTo(pending);
        assertThat(denials(run)).singleElement().satisfies(each -> {
            assertThat(each.subject()).isEqualTo(Subject.REQUEST);
            assertThat(each.tenant()).isZero();
            assertThat(each.country()).isEqualTo(Denials.NONE);
        });
    }
}

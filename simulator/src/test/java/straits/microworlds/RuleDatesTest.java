package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static straits.microworlds.ShipmentWorld.installed;
import static straits.microworlds.ShipmentWorld.quota;
import static straits.microworlds.ShipmentWorld.world;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.engine.LadderQueue;
import straits.event.EventKind;
import straits.regulation.Quotas;
import straits.regulation.RuleStage;
import straits.simulation.Draw;
import straits.simulation.Observer;
import straits.simulation.Simulation;
import straits.simulation.Snapshot;

/** When a rule is announced, counts, refuses and ends, and which orders it passes over. */
final class RuleDatesTest {

    private static String cap(String dates) {
        return "cap: {kind: country_cap, dates: {" + dates + "}, cap: 300 TPP}";
    }

    private static String licence(String dates) {
        return "licence: {kind: hardware_licence, dates: {" + dates + "}, review: r}";
    }

    @Test
    void fromItsEffectACapCountsAndFromComplianceItRefuses() {
        Snapshot run = world(
                        cap("effective: 2025-03-01, compliance: 2025-06-01"),
                        "small 10 2025-02-28",
                        "small 25 2025-03-01",
                        "small 10 2025-06-01")
                .run();

        assertThat(installed(run, 1)).isEqualTo(10 + 25 + 5);
        assertThat(run.quotas().firstBoundMicros(quota(run, "cap", "")))
                .isEqualTo(ShipmentWorld.micros(run, "2025-06-01"));
    }

    @Test
    void whatIsCountedBeyondACapIsRememberedAndNothingIsLeft() {
        Snapshot run = world(
                        cap("effective: 2025-03-01, compliance: 2025-06-01"),
                        "small 45 2025-03-01",
                        "small 10 2025-06-01")
                .run();

        int quota = quota(run, "cap", "");
        assertThat(installed(run, 1)).isEqualTo(45);
        assertThat(run.quotas().drawnTpp(quota)).isEqualTo(300);
        assertThat(run.quotas().beyondTpp(quota)).isEqualTo(150);
    }

    @Test
    void aRuleRescindedBeforeComplianceNeverRefuses() {
        Snapshot run = world(
                        cap("effective: 2025-03-01, compliance: 2025-06-01, rescinded: 2025-05-30"),
                        "small 45 2025-03-01",
                        "small 45 2025-05-29",
                        "small 45 2025-06-02")
                .run();

        assertThat(installed(run, 1)).isEqualTo(135);
        assertThat(run.quotas().firstBoundMicros(quota(run, "cap", ""))).isEqualTo(Quotas.NEVER);
        assertThat(run.quotas().drawnTpp(quota(run, "cap", "")) + run.quotas().beyondTpp(quota(run, "cap", "")))
                .isEqualTo(900);
    }

    @Test
    void aLicenceIsAskedFromComplianceOn() {
        Snapshot run = world(
                        licence("effective: 2025-03-01, compliance: 2025-06-01"),
                        "small 10 2025-05-31",
                        "small 10 2025-06-01")
                .run();

        assertThat(run.desk().filed()).isEqualTo(1);
        assertThat(installed(run, 1)).isEqualTo(20);
    }

    /** Ordered in February, before the announcement; in April, between; in July, after. All leave in August. */
    @ParameterizedTest
    @CsvSource({"nothing, 30, 300, 3", "ordered_before_announced, 60, 300, 2", "ordered_before_effective, 70, 200, 1"})
    void ordersOfBeforeMayBePassedOver(String grandfathers, int shipped, long drawn, long filed) {
        String dates = "announced: 2025-03-01, effective: 2025-06-01, grandfathers: " + grandfathers;
        String[] orders = {"small 30 2025-02-01 181", "small 20 2025-04-01 122", "small 20 2025-07-01 31"};

        Snapshot capped = world(cap(dates), orders).run();
        assertThat(installed(capped, 1)).isEqualTo(shipped);
        assertThat(capped.quotas().drawnTpp(quota(capped, "cap", ""))).isEqualTo(drawn);
        assertThat(world(licence(dates), orders).run().desk().filed()).isEqualTo(filed);
    }

    /** 40 GPUs ordered on the day itself, of which a cap of 30 keeps back ten. */
    @ParameterizedTest
    @CsvSource({"ordered_before_announced, 2025-03-01", "ordered_before_effective, 2025-06-01"})
    void anOrderOfTheDayItselfIsNotOfBefore(String grandfathers, String day) {
        String dates = "announced: 2025-03-01, effective: 2025-06-01, grandfathers: " + grandfathers;

        assertThat(installed(world(cap(dates), "small 40 " + day + " 100").run(), 1))
                .isEqualTo(30);
    }

    /** In force and obeyed from 11 March to 15 June; big is exempt. */
    @Test
    void howLongShipmentsNeedALicenceIsMeasured() {
        String exempt =
                "exempt: {kind: gatekeeper_exemption, dates: {effective: 2025-03-01}, scope: {owner_classes: [gatekeeper]}}";
        Snapshot run = world(
                        licence("effective: 2025-03-01, compliance: 2025-03-11, rescinded: 2025-06-16") + ", " + exempt)
                .run();

        int[] days = {0, 0, 21, 30, 31, 15, 0};
        for (int month = 0; month < days.length; month++) {
            assertThat(run.gatekeeper().licenceCover().hours(month, 1)).isEqualTo(24 * days[month]);
            assertThat(run.gatekeeper().licenceCover().hours(month, 0)).isZero();
        }
    }

    @Test
    void eachDateIsAnEventOfItsOwn() {
        String rule =
                cap("announced: 2025-02-01, effective: 2025-03-01, compliance: 2025-04-01, rescinded: 2025-05-01");
        assertThat(stages(world(rule + ", gone: {kind: third_country_permit, dates: {effective: 2024-03-01}}")))
                .containsExactly(RuleStage.ANNOUNCED, RuleStage.EFFECTIVE, RuleStage.COMPLIANCE, RuleStage.RESCINDED);
    }

    @Test
    void aRuleThatIsNeverEnforcedIsAnnouncedAndRescindedAllTheSame() {
        String rule =
                cap("announced: 2025-02-01, effective: 2025-03-01, rescinded: 2025-05-01, enforcement_probability: 0");
        assertThat(stages(world(rule))).containsExactly(RuleStage.ANNOUNCED, RuleStage.RESCINDED);
        assertThat(stages(world(rule.replace("announced: 2025-02-01, ", "")))).isEmpty();
        assertThat(world(rule).door().enforced(0)).isFalse();
        assertThat(world(cap("effective: 2025-03-01")).door().enforced(0)).isTrue();
    }

    /** What begins with the run has begun, and what ends on the day it would begin never does. */
    @Test
    void whatChangesNothingIsNoEvent() {
        assertThat(stages(world(cap("effective: 2025-01-01")))).isEmpty();
        assertThat(stages(world(cap("effective: 2025-03-01, compliance: 2025-05-01, rescinded: 2025-05-01"))))
                .containsExactly(RuleStage.EFFECTIVE, RuleStage.RESCINDED);
    }

    /** Agreements of one day are one change; those of before the rule, or of its first day, come with it. */
    @Test
    void anAgreementIsAnEventOfItsDay() {
        String agreements = "cap: 300 TPP, agreements: {malaysia: {from: 2025-05-01, multiple: 2}, vietnam: {from: ";
        String rule = cap("effective: 2025-03-01").replace("cap: 300 TPP", agreements + "DAY, multiple: 3}}");
        for (String day : new String[] {"2025-02-01", "2025-03-01", "2025-05-01"}) {
            assertThat(stages(inTwoCountries(rule.replace("DAY", day))))
                    .as(day)
                    .containsExactly(RuleStage.EFFECTIVE, RuleStage.AMENDED);
        }
        assertThat(stages(inTwoCountries(rule.replace("DAY", "2025-06-01"))))
                .containsExactly(RuleStage.EFFECTIVE, RuleStage.AMENDED, RuleStage.AMENDED);
    }

    private static Micro inTwoCountries(String rule) {
        return world(rule)
                .with("countries", "{malaysia: " + Micro.country("MY") + ", vietnam: " + Micro.country("VN") + "}");
    }

    /** Announced on day 31, rescinded on day 90; a run ends before the day of its horizon begins. */
    @ParameterizedTest
    @CsvSource({"31, false", "32, true", "90, true", "91, false"})
    void aRuleIsKnownFromItsAnnouncementToItsEnd(int days, boolean known) {
        String dates = "announced: 2025-02-01, effective: 2025-06-01, rescinded: 2025-04-01";

        assertThat(world(cap(dates))
                        .with("horizon", days + " days")
                        .run()
                        .gatekeeper()
                        .announced(0))
                .isEqualTo(known);
    }

    @Test
    void ofARuleWithdrawnBeforeItsEffectOnlyTheAnnouncementIsSeen() {
        String rule = cap("announced: 2025-02-01, effective: 2025-06-01, rescinded: 2025-03-01");
        assertThat(stages(world(rule))).containsExactly(RuleStage.ANNOUNCED, RuleStage.RESCINDED);
    }

    @Test
    void atTheLeaseARuleBeginsWithItsComplianceDate() {
        String rental =
                "rental: {kind: remote_access, dates: {effective: 2025-03-01, compliance: 2025-06-01}, free_per_tenant_and_country: 0 TPP, licence_quota: 1 TPP, review: r}";
        Snapshot before = world(rental).with("horizon", "151 days").run();
        Snapshot after = world(rental).with("horizon", "152 days").run();

        assertThat(before.gatekeeper().inForce(0)).isFalse();
        assertThat(before.gatekeeper().announced(0)).isTrue();
        assertThat(after.gatekeeper().inForce(0)).isTrue();
    }

    private static List<RuleStage> stages(Micro world) {
        List<RuleStage> stages = new ArrayList<>();
        Observer observer = new Observer() {
            @Override
            public void event(long nowMicros, EventKind kind, int subject, long payload) {
                if (kind == EventKind.RULE_CHANGE) {
                    stages.add(RuleStage.of(payload));
                }
            }
        };
        new Simulation(world.load(), new Draw(Micro.SEED, 0), new LadderQueue()).run(observer);
        return stages;
    }
}

package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static straits.microworlds.ShipmentWorld.installed;
import static straits.microworlds.ShipmentWorld.provider;
import static straits.microworlds.ShipmentWorld.quota;
import static straits.microworlds.ShipmentWorld.world;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.market.inventory.PoolState;
import straits.random.Randomness;
import straits.simulation.Snapshot;

/** Rules that bind at the shipment. */
final class ShipmentRulesTest {

    private static final String CAP = "cap: {kind: country_cap, dates: {effective: 2025-03-01}, cap: 300 TPP}";
    private static final String LICENCE =
            "licence: {kind: hardware_licence, dates: {effective: 2025-03-01}, review: r}";
    private static final String EXEMPTION =
            "exempt: {kind: gatekeeper_exemption, dates: {effective: 2025-03-01}, scope: {owner_classes: [gatekeeper]} LIMITS}";

    @Test
    void theCapBindsFromItsFirstDayShipsInPartAndNeverResets() {
        Snapshot run = world(
                        CAP,
                        "small 50 2025-02-28",
                        "small 20 2025-03-01",
                        "small 20 2025-05-01",
                        "small 5 2025-06-01",
                        "small 5 2026-06-01")
                .run();

        assertThat(installed(run, 1)).isEqualTo(50 + 20 + 10);
        int quota = quota(run, "cap", "");
        assertThat(run.quotas().grantedTpp(quota)).isEqualTo(300);
        assertThat(run.quotas().drawnTpp(quota)).isEqualTo(300);
        assertThat(run.quotas().leftTpp(quota)).isZero();
        assertThat(run.quotas().firstBoundMicros(quota))
                .isEqualTo(run.catalog().timeline().micros(LocalDate.of(2025, 5, 1)));
    }

    @Test
    void whatIsLessThanAGpuStaysInTheQuota() {
        Snapshot run = world(CAP.replace("300", "305"), "small 31 2025-03-01").run();

        assertThat(installed(run, 1)).isEqualTo(30);
        assertThat(run.quotas().leftTpp(quota(run, "cap", ""))).isEqualTo(5);
    }

    @Test
    void aRescindedCapBindsNoMore() {
        String rule = CAP.replace("2025-03-01", "2025-03-01, rescinded: 2025-06-01");
        Snapshot run = world(rule, "small 40 2025-05-31", "small 40 2025-06-01").run();

        assertThat(installed(run, 1)).isEqualTo(30 + 40);
        assertThat(run.quotas().drawnTpp(quota(run, "cap", ""))).isEqualTo(300);
    }

    @Test
    void everyCountryHasAQuotaOfItsOwn() {
        Snapshot run = world(CAP, "big 40 2025-04-01", "small 40 2025-04-01")
                .with("countries", "{malaysia: " + Micro.country("MY") + ", vietnam: " + Micro.country("VN") + "}")
                .with(
                        "sites",
                        "{johor: {country: malaysia, it_power_limit: {2024-01-01: 1 MW}}, hanoi: {country: vietnam, it_power_limit: {2024-01-01: 1 MW}}}")
                .with(
                        "providers",
                        "{big: " + provider("local") + ", small: "
                                + provider("local").replace("johor", "hanoi") + "}")
                .with(
                        "deliveries",
                        "{a: {provider: big, site: johor, chip: h100, gpus: 40 GPUs, ordered: 2025-04-01, vendor_lead: 0 h},"
                                + " b: {provider: small, site: hanoi, chip: h100, gpus: 29 GPUs, ordered: 2025-04-01, vendor_lead: 0 h}}")
                .run();

        assertThat(installed(run, 0)).isEqualTo(30);
        assertThat(installed(run, 1)).isEqualTo(29);
        assertThat(run.quotas().size()).isEqualTo(2);
    }

    @Test
    void twoCapsOnOneShipmentDrawWhatShips() {
        String second = CAP.replace("cap: {", "tight: {").replace("300", "120");
        Snapshot run = world(CAP + ", " + second, "small 20 2025-04-01").run();

        assertThat(installed(run, 1)).isEqualTo(12);
        assertThat(run.quotas().drawnTpp(quota(run, "cap", ""))).isEqualTo(120);
        assertThat(run.quotas().drawnTpp(quota(run, "tight", ""))).isEqualTo(120);
    }

    /** 100 TPP a year: 60 within, 50 above what is left and on the cap, 40 within, and 100 within in the next year. */
    @Test
    void lowCountsAreWholeShipmentsByRecipientAndCalendarYear() {
        String lowCount =
                "low: {kind: low_count_exemption, dates: {effective: 2025-03-01}, per_recipient_and_year: 100 TPP}";
        Snapshot run = world(
                        CAP + ", " + lowCount,
                        "small 6 2025-03-01",
                        "small 5 2025-04-01",
                        "small 4 2025-12-31",
                        "small 10 2026-01-01",
                        "small 1 2026-01-02",
                        "big 10 2025-05-01")
                .run();

        assertThat(installed(run, 1)).isEqualTo(26);
        assertThat(installed(run, 0)).isEqualTo(10);
        assertThat(run.quotas().drawnTpp(quota(run, "low", "small-2025"))).isEqualTo(100);
        assertThat(run.quotas().drawnTpp(quota(run, "low", "small-2026"))).isEqualTo(100);
        assertThat(run.quotas().drawnTpp(quota(run, "low", "big-2025"))).isEqualTo(100);
        assertThat(run.quotas().drawnTpp(quota(run, "cap", ""))).isEqualTo(50 + 10);
    }

    @Test
    void gatekeepersNeitherDrawOnTheCapNorNeedALicenceAndReportInstead() {
        String rules = CAP + ", " + LICENCE + ", " + EXEMPTION.replace("LIMITS", "");
        Snapshot run = world(rules, "big 50 2025-03-01", "big 60 2025-04-01", "small 50 2025-03-01")
                .run();

        assertThat(installed(run, 0)).isEqualTo(110);
        assertThat(installed(run, 1)).isEqualTo(30);
        assertThat(run.desk().filed()).isEqualTo(1);
        assertThat(run.gatekeeper().reports()).isEqualTo(2);
        assertThat(run.quotas().drawnTpp(quota(run, "cap", ""))).isEqualTo(300);
    }

    /** 120 TPP for big: 70, then 50 of 100 and the other 50 on the cap. */
    @Test
    void beyondItsCompanyLimitAGatekeeperDrawsOnTheCap() {
        String rules = CAP + ", " + EXEMPTION.replace("LIMITS", ", limits: {big: 120 TPP}");
        Snapshot run = world(rules, "big 7 2025-03-01", "big 10 2025-04-01", "small 40 2025-05-01")
                .run();

        assertThat(installed(run, 0)).isEqualTo(17);
        assertThat(run.quotas().drawnTpp(quota(run, "exempt", "big"))).isEqualTo(120);
        assertThat(installed(run, 1)).isEqualTo(25);
        assertThat(run.gatekeeper().reports()).isEqualTo(2);
    }

    /** The licence is for all of the second order; drawn on it is what is not exempt. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void beyondItsCompanyLimitAGatekeeperNeedsALicence(boolean licenceFirst) {
        String exemption = EXEMPTION.replace("LIMITS", ", limits: {big: 120 TPP}");
        String rules = licenceFirst ? LICENCE + ", " + exemption : exemption + ", " + LICENCE;
        Snapshot run = world(rules, "big 7 2025-03-01", "big 10 2025-04-01").run();

        assertThat(run.desk().filed()).isEqualTo(1);
        double onSecond = Books.gpuHours(run, 0, PoolState.INSTALLED) - 7 * 24 * (730 - 59);
        assertThat(onSecond).isEqualTo(10 * 24 * (730 - 90 - 30));
        assertThat(run.quotas().drawnTpp(quota(run, "exempt", "big"))).isEqualTo(120);
        assertThat(run.quotas().grantedTpp(quota(run, "licence", "big"))).isEqualTo(100);
        assertThat(run.quotas().drawnTpp(quota(run, "licence", "big"))).isEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource({"false, 0", "true, 2"})
    void anExemptionWithoutItsBaseRuleIsNull(boolean base, long reports) {
        String rules = EXEMPTION.replace("LIMITS", ", limits: {big: 100 TPP}") + (base ? ", " + CAP : "");
        Snapshot run = world(rules, "big 7 2025-04-01", "small 7 2025-04-01")
                .with(
                        "tenant_classes",
                        "{c: " + Micro.tenants("{rate: 1 per year}", "1 H100e", "1 h", "patience: 2 years") + "}")
                .run(firstWithOneRequest());

        assertThat(installed(run, 0)).isEqualTo(7);
        // One shipment and one lease at the gatekeeper.
        assertThat(run.gatekeeper().reports()).isEqualTo(reports);
        assertThat(run.quotas().size()).isEqualTo(base ? 2 : 0);
    }

    /** A replication in which the class above has one request, after the shipments; both pools ask 2 USD, the first is big's. */
    private static long firstWithOneRequest() {
        for (long replication = 0; ; replication++) {
            var hours = Micro.arrivals("c", 1.0 / 8760, 17_520, replication);
            if (hours.size() == 1 && hours.get(0) > 24 * 120) {
                return replication;
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "0.5"})
    void aRuleIsEnforcedWithItsProbabilityByOneDraw(double probability) {
        String rule = CAP.replace("2025-03-01", "2025-03-01, enforcement_probability: " + probability);
        int enforced = 0;
        for (int replication = 0; replication < 12; replication++) {
            double u =
                    Randomness.of(Micro.SEED, replication).keyed("enforcement").uniform(Randomness.key("cap"), 0, 0);
            Snapshot run = world(rule, "small 40 2025-04-01").run(replication);
            assertThat(installed(run, 1)).isEqualTo(u < probability ? 30 : 40);
            enforced += u < probability ? 1 : 0;
        }
        assertThat(enforced).isBetween(probability == 0 ? 0 : 1, probability == 1 ? 12 : 11);
    }
}

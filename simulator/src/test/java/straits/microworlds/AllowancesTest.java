package straits.microworlds;

import static org.assertj.core.api.Assertions.assertThat;
import static straits.microworlds.ShipmentWorld.installed;
import static straits.microworlds.ShipmentWorld.provider;
import static straits.microworlds.ShipmentWorld.quota;
import static straits.microworlds.ShipmentWorld.withFleets;
import static straits.microworlds.ShipmentWorld.world;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.regulation.Quotas;
import straits.simulation.Snapshot;

/** Amounts that count a stock, that an agreement doubles, that are shares of a company, that grow by date. A GPU has 10 TPP. */
final class AllowancesTest {

    private static final String CAP = "cap: {kind: country_cap, dates: {effective: 2025-03-01}, cap: 300 TPP REST}";
    private static final String UNIVERSAL =
            "universal: {kind: universal_validated_end_user, dates: {effective: 2025-03-01}, companies: {giant: {owners: [OWNERS], worldwide: 1000 TPP REST}}, most_in_one_country: 7 %, least_in_tier_one: 75 %, least_at_home: 50 %}";
    private static final String NATIONAL =
            "national: {kind: national_validated_end_user, dates: {effective: 2025-03-01}, scope: {owners: [small]}, allocation: {2025-01-13: 100 TPP, 2026-01-01: 270 TPP}}";

    private static String cap(String rest) {
        return CAP.replace(" REST", rest);
    }

    private static String universal(String owners, String rest) {
        return UNIVERSAL.replace("OWNERS", owners).replace(" REST", rest);
    }

    @ParameterizedTest
    @CsvSource({"flow, 30", "stock, 13"})
    void aStockCountsTheBaseWhatIsUnderWayAndWhatCameBeforeTheEffect(String counts, int lawful) {
        Micro world = world(
                cap(", counts: " + counts),
                "small 4 2024-12-20 11",
                "small 2 2024-12-20 20",
                "small 1 2025-02-01",
                "small 40 2025-03-01");
        Snapshot run = withFleets(world, 0, 10).run();

        assertThat(installed(run, 1)).isEqualTo(10 + 4 + 2 + 1 + lawful);
        assertThat(run.quotas().drawnTpp(quota(run, "cap", ""))).isEqualTo(300);
    }

    @Test
    void aStockCountsWhatIsUnderWayWhenTheRuleIsOlderThanTheRun() {
        String old = cap(", counts: stock").replace("2025-03-01", "2024-03-01");
        Snapshot run = withFleets(world(old, "small 4 2024-12-20 11", "small 40 2025-03-01"), 0, 10)
                .run();

        assertThat(installed(run, 1)).isEqualTo(30);
    }

    @Test
    void aBaseAboveItsCapLeavesNothingAndAnAgreementCountsTheExcessFirst() {
        String agreed = cap(", counts: stock, agreements: {malaysia: {from: 2025-06-01, multiple: 2}}");
        Snapshot run = withFleets(world(agreed, "small 40 2025-04-01", "small 40 2025-06-01"), 0, 45)
                .run();

        int quota = quota(run, "cap", "");
        assertThat(installed(run, 1)).isEqualTo(45 + 15);
        assertThat(run.quotas().grantedTpp(quota)).isEqualTo(600);
        assertThat(run.quotas().leftTpp(quota)).isZero();
        assertThat(run.quotas().beyondTpp(quota)).isZero();
    }

    @Test
    void theBaseOfWhoIsExemptDoesNotCountOnTheCountry() {
        String exempt =
                "exempt: {kind: gatekeeper_exemption, dates: {effective: 2025-03-01}, scope: {owner_classes: [gatekeeper]}}";
        Snapshot run = withFleets(world(cap(", counts: stock") + ", " + exempt, "small 40 2025-04-01"), 25, 10)
                .run();

        assertThat(installed(run, 1)).isEqualTo(10 + 20);
    }

    /** One agreement holds from before the rule, the other from within the run, and each for its own country only. */
    @ParameterizedTest
    @CsvSource({"malaysia, 2025-02-01, 60, 0", "malaysia, 2025-05-01, 30, 30", "vietnam, 2025-02-01, 30, 0"})
    void anAgreementMultipliesTheCapOfItsCountryFromItsDay(String country, String from, int first, int second) {
        String agreed = cap(", agreements: {" + country + ": {from: " + from + ", multiple: 2}}");
        Snapshot run = world(agreed, "small 70 2025-04-01", "small 70 2025-06-01")
                .with("countries", "{malaysia: " + Micro.country("MY") + ", vietnam: " + Micro.country("VN") + "}")
                .run();

        assertThat(installed(run, 1)).isEqualTo(first + second);
    }

    /** 7 % of 1,000 TPP are 7 GPUs, of which 2 stand there; what exceeds them draws on the country. */
    @Test
    void aUniversalCompanyHasAShareOfItsStockPerCountry() {
        Snapshot run = withFleets(
                        world(cap("") + ", " + universal("big", ""), "big 6 2025-04-01", "big 31 2025-05-01"), 2, 0)
                .run();

        assertThat(installed(run, 0)).isEqualTo(2 + 5 + 1 + 29);
        assertThat(run.quotas().drawnTpp(quota(run, "universal", "giant", "malaysia")))
                .isEqualTo(70);
        assertThat(run.quotas().drawnTpp(quota(run, "universal", "giant", ""))).isEqualTo(70);
        assertThat(run.gatekeeper().reports()).isEqualTo(1);
    }

    /** What stands among allies counts against the half that must stay at home: 500 - 450 = 50 TPP may leave. */
    @ParameterizedTest
    @CsvSource({"0, 250", "200, 250", "300, 200", "450, 50", "600, 0"})
    void theSharesAtHomeAndAmongAlliesLimitWhatMayLeaveInAll(int alliesTpp, long mayLeave) {
        String rule = universal("big", ", tier_one_abroad: " + alliesTpp + " TPP")
                .replace("most_in_one_country: 7 %", "most_in_one_country: 100 %");
        Snapshot run = world(cap("") + ", " + rule, "big 100 2025-04-01").run();

        assertThat(run.quotas().grantedTpp(quota(run, "universal", "giant", "")))
                .isEqualTo(mayLeave);
        assertThat(installed(run, 0)).isEqualTo((int) mayLeave / 10 + 30);
    }

    @Test
    void aCompanyOfTwoProvidersHasOneShare() {
        String rule = universal("big, small", "");
        Snapshot run = world(cap("") + ", " + rule, "big 5 2025-04-01", "small 5 2025-05-01")
                .run();

        assertThat(run.quotas().drawnTpp(quota(run, "universal", "giant", "malaysia")))
                .isEqualTo(70);
        assertThat(run.quotas().drawnTpp(quota(run, "cap", ""))).isEqualTo(30);
    }

    @Test
    void whoBelongsToNoCompanyIsNotExempt() {
        Snapshot run = world(cap("") + ", " + universal("big", ""), "small 40 2025-04-01")
                .run();

        assertThat(installed(run, 1)).isEqualTo(30);
        assertThat(run.quotas().drawnTpp(quota(run, "universal", "giant", "malaysia")))
                .isZero();
    }

    /** 10 GPUs in 2025, of which 2 stand there, 27 in 2026; the other provider has none. */
    @Test
    void aNationalCompanyHasAStockThatGrowsByDate() {
        Micro world = world(
                cap("").replace("300", "0") + ", " + NATIONAL,
                "small 20 2025-04-01",
                "small 1 2025-12-31",
                "small 20 2026-01-01",
                "big 5 2026-01-01");
        Snapshot run = withFleets(world, 0, 2).run();

        int quota = quota(run, "national", "small", "malaysia");
        assertThat(installed(run, 1)).isEqualTo(2 + 8 + 17);
        assertThat(installed(run, 0)).isZero();
        assertThat(run.quotas().grantedTpp(quota)).isEqualTo(270);
        assertThat(run.quotas().firstBoundMicros(quota)).isEqualTo(ShipmentWorld.micros(run, "2025-04-01"));
    }

    @Test
    void anAllocationGrowsOnItsDayWhetherOrNotAnythingIsShipped() {
        String rules = cap("") + ", " + NATIONAL;
        Snapshot before = world(rules).with("horizon", "365 days").run();
        Snapshot after = world(rules).with("horizon", "366 days").run();

        assertThat(granted(before)).isEqualTo(100);
        assertThat(granted(after)).isEqualTo(270);
    }

    private static long granted(Snapshot run) {
        return run.quotas().grantedTpp(quota(run, "national", "small", "malaysia"));
    }

    /** What one exemption leaves over the next takes, in the order of the file. */
    @Test
    void exemptionsAreUsedInTheOrderOfTheFile() {
        String rules = cap("") + ", " + universal("small", "") + ", " + NATIONAL;
        Snapshot run = world(rules, "small 20 2025-04-01").run();

        assertThat(run.quotas().drawnTpp(quota(run, "universal", "giant", "malaysia")))
                .isEqualTo(70);
        assertThat(run.quotas().drawnTpp(quota(run, "national", "small", "malaysia")))
                .isEqualTo(100);
        assertThat(run.quotas().drawnTpp(quota(run, "cap", ""))).isEqualTo(30);
        assertThat(run.gatekeeper().reports()).isEqualTo(2);
    }

    @Test
    void aValidatedCompanyNeedsALicenceForWhatItsAllocationDoesNotCover() {
        String licence = "licence: {kind: hardware_licence, dates: {effective: 2025-03-01}, review: r}";
        Snapshot run = world(licence + ", " + NATIONAL, "small 10 2025-04-01", "small 1 2025-05-01")
                .run();

        assertThat(run.desk().filed()).isEqualTo(1);
        assertThat(installed(run, 1)).isEqualTo(11);
    }

    /** Seven GPUs of the first exemption and ten of the second lift a licence together; beyond them it is asked. */
    @ParameterizedTest
    @CsvSource({"12, 0", "17, 0", "18, 1"})
    void severalExemptionsLiftALicenceTogether(int gpus, long filed) {
        String licence = "licence: {kind: hardware_licence, dates: {effective: 2025-03-01}, review: r}";
        Snapshot run = world(licence + ", " + universal("small", "") + ", " + NATIONAL, "small " + gpus + " 2025-04-01")
                .run();

        assertThat(run.desk().filed()).isEqualTo(filed);
        assertThat(installed(run, 1)).isEqualTo(gpus);
    }

    @Test
    void anExemptionThatNeedNotBeObeyedYetBindsNobody() {
        String early = universal("big", "").replace("2025-03-01", "2025-03-01, compliance: 2025-06-01");
        Snapshot run = world(cap("") + ", " + early, "big 20 2025-04-01").run();

        assertThat(run.quotas().firstBoundMicros(quota(run, "universal", "giant", "malaysia")))
                .isEqualTo(Quotas.NEVER);
    }

    @ParameterizedTest
    @CsvSource({
        "'destinations: [malaysia]', 30",
        "'destinations: [vietnam]', 40",
        "'tiers: [two]', 30",
        "'tiers: [three]', 40",
        "'tiers: [three], destinations: [malaysia]', 30",
        "'min_tpp: 10 TPP', 30",
        "'min_tpp: 11 TPP', 40",
        "'max_tpp: 11 TPP', 30",
        "'max_tpp: 10 TPP', 40",
        "'owners: [small]', 30",
        "'owners: [big]', 40",
        "'owner_homes: [US, MY]', 30",
        "'owner_homes: [MY]', 40",
        "'owner_classes: [local], owner_homes: [US]', 30",
        "'owner_classes: [gatekeeper], owner_homes: [US]', 40",
    })
    void aScopeCoversWhatEveryPartOfItCovers(String scope, int shipped) {
        Snapshot run = world("", "small 40 2025-04-01")
                .with("countries", "{malaysia: " + Micro.country("MY") + ", vietnam: " + Micro.country("VN") + "}")
                .with(
                        "own_regimes",
                        "{open: {title: Tiers, tiers: {two: [malaysia], three: [vietnam]}, rules: {"
                                + cap(", scope: {" + scope + "}") + "}}}")
                .run();

        assertThat(installed(run, 1)).isEqualTo(shipped);
    }

    @Test
    void aTenantScopeNamesClassesAndAnchorsAlike() {
        String rental =
                "rental: {kind: remote_access, dates: {effective: 2024-01-01}, scope: {tenant_classes: [WHO]}, free_per_tenant_and_country: 0 TPP, licence_quota: 1 TPP, review: r}";
        String lab = "{lab: " + Micro.tenants("{rate: 1 per hour}", "1 H100e", "1 h", "") + "}";
        for (String who : new String[] {"lab", "giant"}) {
            Snapshot run = world(rental.replace("WHO", who))
                    .with("horizon", "50 h")
                    .with("tenant_classes", lab)
                    .with(
                            "anchors",
                            "{giant: {home: CN, budget: 1 USD, max_price: 0 USD per H100e-hour, need: {2024-01-01: 0 H100e}}}")
                    .with("providers", "{big: " + provider("local", "johor", 100) + "}")
                    .run();

            assertThat(run.desk().filed() > 0).as(who).isEqualTo(who.equals("lab"));
        }
    }
}

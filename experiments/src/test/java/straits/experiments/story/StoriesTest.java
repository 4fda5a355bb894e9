package straits.experiments.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import straits.engine.LadderQueue;
import straits.event.EventKind;
import straits.experiments.api.BadInputException;
import straits.market.lease.LeaseBook;
import straits.market.lease.LeaseEnd;
import straits.simulation.Draw;
import straits.simulation.Observer;
import straits.simulation.Simulation;
import straits.simulation.Snapshot;
import straits.simulation.World;

/** Stories of a small world, the whole of them where it can be worked out by hand. */
final class StoriesTest {

    private static final World WORLD = AllKinds.world();
    private static final Stories STORIES = new Stories(WORLD);

    /** Four days of review, ten at the vendor, three on the way; 700,000 TPP are 44 GPUs of 15,832. */
    @Test
    void aDeliveryFromItsOrderToWhatStayedBehind() {
        assertThat(AllKinds.told(WORLD, STORIES.delivery("to-the-gulf"))).isEqualTo("""
                        Delivery to-the-gulf under regime rules

                        2025-01-02        Order planned: 100 GPUs of chip h100 by gulf for abu-dhabi (ae).
                        2025-01-02 00:00  Filed as application 0 at the licence desk.
                        2025-01-02 00:00  Waits for a licence.
                        2025-01-06 00:00  Application 0: approved.
                        2025-01-06 00:00  With the vendor.
                        2025-01-16 00:00  56 GPUs stay behind for good.
                        2025-01-16 00:00  Shipped.
                        2025-01-19 00:00  In service.

                        Rule "asian-cap" (country cap, announced 13 December 2024, in force from 1 January 2025 until
                        rescinded on 20 February 2025) decided: the cap of ae covers no more. Left on the quota: 3,392 TPP;
                        it never renews. It provides for no licence.
                        """);
    }

    /**
     * To-johor takes the 60 in stock, of which its cap gives 16 back. On 1 February the gulf has the 60 of the month, of which its own cap
     * lets 28 pass; the rest of 24 leaves in March, when there is no cap.
     */
    @Test
    void aDeliveryInPartsSaysWhichPart() {
        World world = AllKinds.world(
                AllKinds.TEXT + "\nvendors: {maker: {chips: {h100: {monthly_supply: {2024-01-01: 60 GPUs}}}}}\n");

        assertThat(AllKinds.told(world, new Stories(world).delivery("to-the-gulf")))
                .contains("""
                        2025-01-06 00:00  With the vendor.
                        2025-01-16 00:00  Part 1, 16 GPUs: Shipped.
                        2025-01-19 00:00  Part 1, 16 GPUs: In service.
                        2025-02-01 00:00  32 GPUs stay behind for good.
                        2025-02-01 00:00  Part 2, 28 GPUs: Shipped.
                        2025-02-04 00:00  Part 2, 28 GPUs: In service.
                        2025-03-01 00:00  The rest, 24 GPUs: Shipped.
                        """);
    }

    /** What is billed in the stories of all leases is what the ledger holds, to the micro-dollar. */
    @Test
    void theStoriesOfAllLeasesAddUpToTheLedger() {
        List<LeaseStory> all = LongStream.range(0, 400)
                .mapToObj(lease -> new LeaseStory(WORLD, lease))
                .toList();
        Observer together = new Observer() {
            @Override
            public void event(long nowMicros, EventKind kind, int subject, long payload) {
                all.forEach(each -> each.event(nowMicros, kind, subject, payload));
            }

            @Override
            public void leaseStarted(long nowMicros, LeaseBook leases, int lease) {
                all.forEach(each -> each.leaseStarted(nowMicros, leases, lease));
            }

            @Override
            public void leaseEnded(long nowMicros, LeaseBook leases, int lease, LeaseEnd reason) {
                all.forEach(each -> each.leaseEnded(nowMicros, leases, lease, reason));
            }
        };
        Snapshot run = AllKinds.run(WORLD, together, 0);
        long ledger = 0;
        for (int tenant = 0; tenant < WORLD.catalog().tenants().size(); tenant++) {
            ledger += run.billing().spentMicroUsd(tenant);
        }
        assertThat(run.metering().signed()).isBetween(50L, 400L);
        assertThat(all.stream().mapToLong(LeaseStory::chargedMicroUsd).sum())
                .isEqualTo(ledger)
                .isPositive();
    }

    @Test
    void aLeaseFromItsRequestToItsEnd() {
        String told = AllKinds.told(WORLD, STORIES.lease(30));
        assertThat(told)
                .startsWith("Lease 30 under regime rules\n\n2025-")
                .containsSubsequence(
                        "Signed: small leases ",
                        " of chip h100 from ",
                        ", at a price that moves, at 2.",
                        "small asked for ")
                .containsSubsequence("It ends: its time was over. Billed: ", " GPU-hours, ", ", always at 2.");
    }

    @Test
    void aLeaseUnderAQuotaSaysWhatItDrew() {
        Snapshot run = AllKinds.run(WORLD, new Observer() {}, 0);
        String told = "";
        for (long lease = 0; lease < run.metering().signed() && !told.contains("big leases"); lease++) {
            told = AllKinds.told(WORLD, STORIES.lease(lease));
        }
        assertThat(told).containsPattern("it drew [0-9,]+ TPP on a quota under rule \"rental\"");
    }

    /** Filed on the first day that has a review, decided nine days later. */
    @Test
    void anApplicationOfAnAnchorAndWhatIsLeftOfItsQuota() {
        String told = "";
        for (int application = 0; !told.contains("For big, to lease more in my"); application++) {
            told = AllKinds.told(WORLD, STORIES.licence(application));
        }
        assertThat(told)
                .contains("in review class \"renting\", asked by rule \"rental\" (remote access")
                .containsPattern("Filed as application [0-9]+\\.\n2025-01-[0-9 :]+Application [0-9]+: ")
                .contains("Under \"rental\" of big in my: granted ");
    }

    /** Whoever asks for the resubmission is told of the first filing too, and the other way round. */
    @Test
    void resubmissionsAreOneStory() {
        String told = "";
        int again = 0;
        while (!told.contains("resubmission 1) as application " + again + ".")) {
            told = AllKinds.told(WORLD, STORIES.licence(++again));
        }
        String first = told.replaceAll("(?s).*Filed as application ([0-9]+)\\..*", "$1");
        String same = AllKinds.told(WORLD, STORIES.licence(Integer.parseInt(first)));
        assertThat(withoutHeading(same)).isEqualTo(withoutHeading(told));
        assertThat(told).contains("Application " + first + ": returned without action.");
    }

    private static String withoutHeading(String story) {
        return story.substring(story.indexOf('\n'));
    }

    @Test
    void aRequestWithALicenceEndsInALease() {
        String told = "";
        for (int application = 0; !told.contains("The request is served: lease "); application++) {
            told = AllKinds.told(WORLD, STORIES.licence(application));
        }
        String lease = told.replaceAll("(?s).*The request is served: lease ([0-9]+)\\..*", "$1");
        String request = told.replaceAll("(?s).*For request ([0-9]+) of small.*", "$1");
        assertThat(AllKinds.told(WORLD, STORIES.lease(Long.parseLong(lease))).replaceAll("\\s+", " "))
                .contains("as request " + request + " of its class");
    }

    /** The months of a class hold each request once, and each refusal is told with its cause. */
    @Test
    void aClassMonthByMonth() {
        Teller teller = STORIES.tenant("small");
        Snapshot run = AllKinds.run(WORLD, teller, 0);
        String told = teller.story().text().replaceAll("\\s+", " ");
        long requests = 0;
        for (MatchResult match : Pattern.compile("2025-0[1-3] ([0-9,]+) requests?")
                .matcher(told)
                .results()
                .toList()) {
            requests += Long.parseLong(match.group(1).replace(",", ""));
        }
        assertThat(requests).isEqualTo(run.outcomes().everEnded());
        assertThat(told)
                .contains(
                        "Refused",
                        "Rule \"rental\" (remote access, in force from 1 June 2024) decided: the licence was refused.");
    }

    @Test
    void anAnchorByItsReviewsLicencesAndRefusals() {
        assertThat(AllKinds.told(WORLD, STORIES.tenant("big")))
                .containsSubsequence(
                        "Anchor tenant big (home CN) under regime rules\n\nBy month",
                        "2025-01           4 reviews. Needed 60, held ",
                        "(chief",
                        "Licences\n2025-01-0",
                        "Filed as application ",
                        "Refused\n",
                        "the quota of",
                        "Quotas at the end of the run\nUnder \"rental\" of big in ");
    }

    @Test
    void aRuleByWhomItRefused() {
        assertThat(AllKinds.told(WORLD, STORIES.rule("asian-cap"))).isEqualTo("""
                        Rule asian-cap of regime rules

                        Rule "asian-cap" (country cap, announced 13 December 2024, in force from 1 January 2025 until
                        rescinded on 20 February 2025).

                        Whom it refused, by month
                        2025-01           shipments of east to my: cap exhausted, 1 time.
                        2025-01           shipments of gulf to ae: cap exhausted, 1 time.

                        Refused
                        1x                Rule "asian-cap" (country cap, announced 13 December 2024, in force from 1 January
                                          2025 until rescinded on 20 February 2025) decided: the cap of my covers no more.
                                          Left on the quota: 3,392 TPP; it never renews. It provides for no licence. The
                                          regime exempts providers of class gatekeeper under "gatekeepers".
                        1x                Rule "asian-cap" (country cap, announced 13 December 2024, in force from 1 January
                                          2025 until rescinded on 20 February 2025) decided: the cap of ae covers no more.
                                          Left on the quota: 3,392 TPP; it never renews. It provides for no licence.

                        Quotas at the end of the run
                        Under "asian-cap" in my: granted 700,000 TPP, drawn 696,608, left 3,392; first bound on 2025-01-07
                        00:00.
                        Under "asian-cap" in ae: granted 700,000 TPP, drawn 696,608, left 3,392; first bound on 2025-01-16
                        00:00.
                        """);
    }

    @Test
    void aRuleThatIsNotEnforcedSaysSo() {
        World unenforced = AllKinds.world(AllKinds.TEXT.replace(
                "effective: 2025-01-01, rescinded: 2025-02-20",
                "effective: 2025-01-01, rescinded: 2025-02-20, enforcement_probability: 0"));
        assertThat(AllKinds.told(unenforced, new Stories(unenforced).rule("asian-cap")))
                .contains("It is not enforced in this run", "It refused nobody.");
        World late = AllKinds.world(AllKinds.TEXT.replace(
                "effective: 2025-01-01, rescinded: 2025-02-20", "effective: 2026-01-01, rescinded: 2026-02-20"));
        assertThat(AllKinds.told(late, new Stories(late).rule("asian-cap")))
                .contains("It takes effect after the end of the run.");
    }

    @Test
    void whatIsNotThereIsToldWithWhatIs() {
        Teller lease = STORIES.lease(100_000);
        Snapshot run = AllKinds.run(WORLD, lease, 0);
        assertThatThrownBy(lease::story)
                .isInstanceOf(BadInputException.class)
                .hasMessage("unknown lease 100000; this run has 0 to "
                        + (run.metering().signed() - 1));
        Teller licence = STORIES.licence(-1);
        AllKinds.run(WORLD, licence, 0);
        assertThatThrownBy(licence::story)
                .hasMessageContaining("unknown application for a licence -1; this run has 0 to ");
        assertThatThrownBy(() -> STORIES.tenant("bog")).hasMessage("unknown tenant \"bog\"; did you mean \"big\"?");
        assertThatThrownBy(() -> STORIES.delivery("nowhere")).hasMessageContaining("known: to-the-gulf, to-johor");
        assertThatThrownBy(() -> STORIES.rule("capp")).hasMessageContaining("unknown rule of regime \"rules\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"big", "small"})
    void noLineIsLongerThanAHundredColumns(String tenant) {
        assertThat(AllKinds.told(WORLD, STORIES.tenant(tenant)).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    /** Whoever watches changes nothing. */
    @Test
    void aStoryLeavesTheRunAsItIs() {
        Snapshot plain = new Simulation(WORLD, new Draw("tests", 1), new LadderQueue()).run();
        for (Teller teller : List.of(STORIES.lease(3), STORIES.licence(2), STORIES.tenant("big"))) {
            Snapshot watched = AllKinds.run(WORLD, teller, 1);
            assertThat(watched.events()).isEqualTo(plain.events());
            assertThat(watched.billing().spentMicroUsd(0))
                    .isEqualTo(plain.billing().spentMicroUsd(0));
        }
    }
}

package straits.market;

import java.util.Arrays;
import straits.catalog.Catalog;
import straits.random.Randomness;
import straits.regulation.AnchorDoor;
import straits.regulation.Clause;
import straits.regulation.DeskListener.Decision;
import straits.regulation.Filing;
import straits.regulation.Gatekeeper;
import straits.regulation.LicenceDesk;
import straits.regulation.Refusal;
import straits.regulation.Verdict;

/**
 * What the law lets an anchor tenant sign: it is screened where a rule asks for that, and applies for a licence where one decides, one
 * application per country at a time. What rules keep it from is counted.
 */
public final class AnchorLicences implements LicenceDesk.Applicant {

    private final Catalog catalog;
    private final Gatekeeper gatekeeper;
    private final AnchorDoor anchors;
    private final LicenceDesk desk;
    private final Screening screening;
    private final BlockOffers offers;
    private final BarredOffers barred;
    private final int tenant;
    private final long key;
    private final int[] ruleAppliedFor;
    private long applications;

    /** Nothing applied for yet. */
    AnchorLicences(MarketParts parts, int tenant, BlockOffers offers, BarredOffers barred) {
        catalog = parts.catalog();
        gatekeeper = parts.gatekeeper();
        anchors = gatekeeper.anchors();
        desk = parts.desk();
        screening = new Screening(gatekeeper, parts.randomness());
        this.offers = offers;
        this.barred = barred;
        this.tenant = tenant;
        key = Randomness.key(catalog.tenants().slug(tenant));
        ruleAppliedFor = new int[catalog.countries().size()];
        Arrays.fill(ruleAppliedFor, Gatekeeper.NO_RULE);
    }

    /** What of a want is lawful, once the provider has screened it if a rule asks for that. */
    int lawfulGpus(BlockOffers.Offer offer, int wanted) {
        int pool = offer.pool();
        long micros = offers.plannedMicros(offer);
        int rule = anchors.obstacle(tenant, pool, wanted, micros);
        while (gatekeeper.verdict(rule, 0) == Verdict.SCREENABLE && !anchors.screened(rule, tenant, pool)) {
            screen(rule, pool);
            rule = anchors.obstacle(tenant, pool, wanted, micros);
        }
        return anchors.lawfulGpus(tenant, pool, micros);
    }

    /** An anchor is no suspect; it may still be turned away in error. */
    private void screen(int rule, int pool) {
        long provider = Randomness.key(catalog.providers().slug(catalog.pools().provider(pool)));
        long micros = screening.micros(rule, key, provider);
        anchors.screen(rule, tenant, pool, micros, screening.passes(rule, key, provider, 0));
    }

    /** Counts what rules keep it from, and applies where a licence decides. */
    void keepOut(BlockOffers.Offer offer, int wanted, int barredGpus) {
        int pool = offer.pool();
        long micros = offers.plannedMicros(offer);
        anchors.bound(tenant, pool, wanted, micros);
        Refusal refusal = anchors.refusal(tenant, pool, wanted, micros);
        barred.add(
                pool,
                refusal,
                barredGpus
                        * catalog.h100ePerGpu(
                                catalog.anchor(tenant).workload(),
                                catalog.pools().chip(pool)));
        int country = catalog.pools().country(pool);
        boolean licensable = gatekeeper.verdict(refusal.rule(), 0) == Verdict.LICENSABLE;
        if (licensable && ruleAppliedFor[country] == Gatekeeper.NO_RULE) {
            applyFor(refusal.rule(), pool);
        }
    }

    private void applyFor(int rule, int pool) {
        int country = catalog.pools().country(pool);
        Filing filing = new Filing(
                this,
                pool,
                rule,
                gatekeeper.reviewClass(rule),
                catalog.tenants().slug(tenant),
                catalog.countries().slug(country),
                key,
                applications++);
        if (desk.file(filing, 0)) {
            ruleAppliedFor[country] = rule;
        } else {
            refuse(rule, pool, Clause.TURNED_AWAY);
        }
    }

    /** Counts an application refused; what the tenant goes without is counted at its reviews. */
    private void refuse(int rule, int pool, Clause clause) {
        Refusal refusal = new Refusal(rule, clause, anchors.quota(rule, tenant, pool));
        gatekeeper.denials().anchor(tenant, pool, refusal, 0);
    }

    @Override
    public void decided(Filing filing, Decision decision, int licence, long atMicros) {
        int pool = filing.subject();
        int country = catalog.pools().country(pool);
        int rule = ruleAppliedFor[country];
        ruleAppliedFor[country] = Gatekeeper.NO_RULE;
        if (gatekeeper.inForce(rule)) {
            if (decision.approved()) {
                anchors.grant(licence, rule, tenant, pool);
            } else {
                refuse(rule, pool, Clause.of(decision));
            }
        }
    }

    /** The anchor tenant. */
    public int tenant() {
        return tenant;
    }
}

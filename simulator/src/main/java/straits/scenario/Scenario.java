package straits.scenario;

import static straits.scenario.Dimension.HOURS;
import static straits.scenario.Form.Kind.SLUG;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A whole scenario: everything a run depends on beside the master seed and the number of replications.
 *
 * @param schemaVersion version of the file format, 1
 * @param name slug
 * @param title one line
 * @param summary what it is about
 * @param start first day, from its midnight UTC
 * @param horizon length of a run
 * @param warmUp time at the start left out of every measure
 * @param seed default master seed, a number or a text
 * @param replications default number of replications
 * @param question what is asked about one anchor tenant; missing in plain worlds
 * @param sources origins of numbers, by key, for numbers that share one
 * @param chips chips by key
 * @param countries countries by key
 * @param sites sites by key
 * @param providers providers by key
 * @param market rules of the market
 * @param tenantClasses classes of small tenants by key
 * @param anchors anchor tenants by key
 * @param deliveries dated orders by key
 * @param vendors makers of chips whose supply is shared, by key; chips of no vendor are never short
 * @param failures how GPUs fail; missing means never
 * @param ownRegimes regimes written out in this file, by key
 * @param regimes regimes to compare, by key: written out here or shipped with the program
 * @param referenceRegime the regime all contrasts are against
 */
public record Scenario(
        @Meaning("version of the file format") @Within(low = 1, high = 1)
        int schemaVersion,

        @Meaning("slug of the scenario") @Form(SLUG) String name,
        @Meaning("one line") String title,
        @Meaning("what it is about") @Default("''") String summary,
        @Meaning("first day, from its midnight UTC") LocalDate start,

        @Meaning("length of a run") @In(HOURS) @Within(open = true, high = 876_000)
        Quantity horizon,

        @Meaning("time at the start left out of every measure") @In(HOURS) @Within @Default("0 h")
        Quantity warmUp,

        @Meaning("default master seed") @Default("1") String seed,

        @Meaning("default number of replications") @Within(low = 1, high = 1_000_000) @Default("5")
        int replications,

        @Meaning("what is asked about one anchor tenant") @Nullable
        Question question,

        @Meaning("origins of numbers, for numbers that share one") @Default("{}")
        Map<String, Source> sources,

        @Meaning("chips") Map<String, Chip> chips,
        @Meaning("countries") Map<String, Country> countries,
        @Meaning("sites") Map<String, Site> sites,
        @Meaning("providers") Map<String, Provider> providers,
        @Meaning("rules of the market") @Default("{}") Market market,
        @Meaning("classes of small tenants") @Default("{}") Map<String, TenantClass> tenantClasses,
        @Meaning("anchor tenants") @Default("{}") Map<String, AnchorTenant> anchors,
        @Meaning("dated orders") @Default("{}") Map<String, Delivery> deliveries,

        @Meaning("makers of chips whose supply is shared") @Default("{}")
        Map<String, Vendor> vendors,

        @Meaning("how GPUs fail; missing means never") @Nullable
        Failures failures,

        @Meaning("regimes written out in this file") @Default("{}")
        Map<String, Regime> ownRegimes,

        @Meaning("regimes to compare") List<String> regimes,
        @Meaning("the regime all contrasts are against") String referenceRegime) {

    /** Copies the collections, so that the record stays immutable. */
    public Scenario {
        sources = Copies.of(sources);
        chips = Copies.of(chips);
        countries = Copies.of(countries);
        sites = Copies.of(sites);
        providers = Copies.of(providers);
        tenantClasses = Copies.of(tenantClasses);
        anchors = Copies.of(anchors);
        deliveries = Copies.of(deliveries);
        vendors = Copies.of(vendors);
        ownRegimes = Copies.of(ownRegimes);
        regimes = List.copyOf(regimes);
    }

    /** The same scenario with other regimes written out. */
    public Scenario withOwnRegimes(Map<String, Regime> written) {
        return new Scenario(
                schemaVersion,
                name,
                title,
                summary,
                start,
                horizon,
                warmUp,
                seed,
                replications,
                question,
                sources,
                chips,
                countries,
                sites,
                providers,
                market,
                tenantClasses,
                anchors,
                deliveries,
                vendors,
                failures,
                written,
                regimes,
                referenceRegime);
    }
}

package straits.catalog;

import java.util.ArrayList;
import java.util.List;
import straits.scenario.AnchorTenant;
import straits.scenario.Chip;
import straits.scenario.Country;
import straits.scenario.Provider;
import straits.scenario.Scenario;
import straits.scenario.Site;
import straits.scenario.TenantClass;
import straits.scenario.Workload;

/**
 * A scenario by dense ids. Tenants are numbered together: classes first, anchors after them. Immutable, so all
 * replications share one.
 */
public final class Catalog {

    private final Scenario scenario;
    private final Timeline timeline;
    private final Index chips;
    private final Index countries;
    private final Index sites;
    private final Index providers;
    private final Index tenants;
    private final Pools pools;
    private final List<Chip> chipList;
    private final List<Country> countryList;
    private final List<Site> siteList;
    private final List<Provider> providerList;
    private final List<TenantClass> classList;
    private final List<AnchorTenant> anchorList;
    private final double[][] h100ePerGpu;
    private final long[] tppPerGpu;

    /** Numbers the things of a valid scenario. */
    public Catalog(Scenario scenario) {
        this.scenario = scenario;
        timeline = new Timeline(scenario);
        chips = new Index(scenario.chips().keySet());
        countries = new Index(scenario.countries().keySet());
        sites = new Index(scenario.sites().keySet());
        providers = new Index(scenario.providers().keySet());
        List<String> slugs = new ArrayList<>(scenario.tenantClasses().keySet());
        slugs.addAll(scenario.anchors().keySet());
        tenants = new Index(slugs);
        chipList = List.copyOf(scenario.chips().values());
        countryList = List.copyOf(scenario.countries().values());
        siteList = List.copyOf(scenario.sites().values());
        providerList = List.copyOf(scenario.providers().values());
        classList = List.copyOf(scenario.tenantClasses().values());
        anchorList = List.copyOf(scenario.anchors().values());
        pools = new Pools(scenario, providers, sites, chips, countriesOfSites());
        h100ePerGpu = new double[][] {h100e(Workload.TRAINING), h100e(Workload.INFERENCE)};
        tppPerGpu = scenario.chips().values().stream()
                .mapToLong(chip -> Math.round(chip.tpp().value()))
                .toArray();
    }

    private int[] countriesOfSites() {
        return scenario.sites().values().stream()
                .mapToInt(site -> countries.id(site.country()))
                .toArray();
    }

    private double[] h100e(Workload workload) {
        return scenario.chips().values().stream()
                .mapToDouble(chip -> chip.h100e(workload))
                .toArray();
    }

    /** The scenario itself. */
    public Scenario scenario() {
        return scenario;
    }

    /** Its calendar. */
    public Timeline timeline() {
        return timeline;
    }

    /** Chips. */
    public Index chips() {
        return chips;
    }

    /** Countries. */
    public Index countries() {
        return countries;
    }

    /** Sites. */
    public Index sites() {
        return sites;
    }

    /** Providers. */
    public Index providers() {
        return providers;
    }

    /** Tenants: classes, then anchors. */
    public Index tenants() {
        return tenants;
    }

    /** Pools. */
    public Pools pools() {
        return pools;
    }

    /**
     * The pool of a provider, site and chip by their keys.
     *
     * @throws IllegalArgumentException if there is none
     */
    public int poolId(String provider, String site, String chip) {
        return pools.id(providers.id(provider), sites.id(site), chips.id(chip));
    }

    /** A pool in words: provider/site/chip. */
    public String poolSlug(int pool) {
        return providers.slug(pools.provider(pool)) + "/" + sites.slug(pools.site(pool)) + "/"
                + chips.slug(pools.chip(pool));
    }

    /** Number of tenant classes; tenants from this id on are anchors. */
    public int classCount() {
        return scenario.tenantClasses().size();
    }

    /** Number of anchor tenants. */
    public int anchorCount() {
        return scenario.anchors().size();
    }

    /** A chip. */
    public Chip chip(int chip) {
        return chipList.get(chip);
    }

    /** A country. */
    public Country country(int country) {
        return countryList.get(country);
    }

    /** A site. */
    public Site site(int site) {
        return siteList.get(site);
    }

    /** A provider. */
    public Provider provider(int provider) {
        return providerList.get(provider);
    }

    /** A class of small tenants. */
    public TenantClass tenantClass(int tenant) {
        return classList.get(tenant);
    }

    /** An anchor tenant. */
    public AnchorTenant anchor(int tenant) {
        return anchorList.get(tenant - classList.size());
    }

    /** Jurisdiction of a tenant's headquarters. */
    public String home(int tenant) {
        return tenant < classCount()
                ? tenantClass(tenant).home()
                : anchor(tenant).home();
    }

    /** What a tenant uses GPUs for. */
    public Workload workload(int tenant) {
        return tenant < classCount()
                ? tenantClass(tenant).workload()
                : anchor(tenant).workload();
    }

    /** Performance per GPU of a chip relative to an H100 for a workload. */
    public double h100ePerGpu(Workload workload, int chip) {
        return h100ePerGpu[workload.ordinal()][chip];
    }

    /** Total processing performance per GPU of a chip. */
    public long tppPerGpu(int chip) {
        return tppPerGpu[chip];
    }

    /** Whether a tenant accepts the chip and the country of each pool. */
    public boolean[] compatiblePools(int tenant) {
        boolean small = tenant < classCount();
        List<String> where =
                small ? tenantClass(tenant).countries() : anchor(tenant).countries();
        List<String> which =
                small ? tenantClass(tenant).chips() : anchor(tenant).chips();
        boolean[] compatible = new boolean[pools.size()];
        for (int pool = 0; pool < compatible.length; pool++) {
            compatible[pool] =
                    admits(where, countries.slug(pools.country(pool))) && admits(which, chips.slug(pools.chip(pool)));
        }
        return compatible;
    }

    private static boolean admits(List<String> list, String slug) {
        return list.isEmpty() || list.contains(slug);
    }
}

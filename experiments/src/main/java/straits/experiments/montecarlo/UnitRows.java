package straits.experiments.montecarlo;

import java.util.List;
import straits.simulation.Snapshot;

/**
 * The rows of one run for the tables, each list in the order of its table.
 *
 * @param series pools by month
 * @param tenants tenants by month
 * @param channels anchors and channels by month
 * @param unmet requests not served
 * @param denials what rules refused
 * @param quotas quotas at the end
 * @param binding what stopped anchors
 * @param accounts providers by month
 * @param classes classes of providers by month
 * @param jurisdictions what was computed where, by whose machines and for whom, by month
 * @param desk the licence desk by month
 * @param failures failures of pools by month; none where nothing fails
 * @param bargaining negotiations by month, anchor and provider
 * @param ledger accounts of tenants and providers by month
 * @param spot spot leases by pool and month
 */
public record UnitRows(
        List<PoolRow> series,
        List<TenantRow> tenants,
        List<ChannelRow> channels,
        List<UnmetRow> unmet,
        List<DenialRow> denials,
        List<QuotaRow> quotas,
        List<BindingRow> binding,
        List<ProviderRow> accounts,
        List<ClassRow> classes,
        List<JurisdictionRow> jurisdictions,
        List<DeskRow> desk,
        List<FailureRow> failures,
        List<NegotiationRow> bargaining,
        List<LedgerRow> ledger,
        List<SpotRow> spot) {

    /** No rows. */
    public static final UnitRows NONE = new UnitRows(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /** Copies the lists, so that the record stays immutable. */
    public UnitRows {
        series = List.copyOf(series);
        tenants = List.copyOf(tenants);
        channels = List.copyOf(channels);
        unmet = List.copyOf(unmet);
        denials = List.copyOf(denials);
        quotas = List.copyOf(quotas);
        binding = List.copyOf(binding);
        accounts = List.copyOf(accounts);
        classes = List.copyOf(classes);
        jurisdictions = List.copyOf(jurisdictions);
        desk = List.copyOf(desk);
        failures = List.copyOf(failures);
        bargaining = List.copyOf(bargaining);
        ledger = List.copyOf(ledger);
        spot = List.copyOf(spot);
    }

    static UnitRows of(UnitKey unit, Snapshot run, List<Month> months) {
        TenantRows tenants = new TenantRows(run);
        return new UnitRows(
                new PoolRows(run).series(months),
                tenants.tenants(months),
                tenants.channels(months),
                new RequestRows(run).unmet(months),
                new DenialRows(run).of(months),
                QuotaRows.of(unit, run),
                new Shortfalls(run).binding(months),
                new ProviderAccounts(run).of(months),
                new ClassRows(run).of(months),
                new JurisdictionRows(run).of(months),
                DeskRows.of(run, months),
                FailureRows.of(run, months),
                new NegotiationRows(run).of(months),
                new LedgerRows(run).of(months),
                new SpotRows(run).of(months));
    }
}

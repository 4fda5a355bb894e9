package straits.experiments.output;

import straits.experiments.montecarlo.BindingRow;
import straits.experiments.montecarlo.ChannelRow;
import straits.experiments.montecarlo.ClassRow;
import straits.experiments.montecarlo.DenialRow;
import straits.experiments.montecarlo.DeskRow;
import straits.experiments.montecarlo.FailureRow;
import straits.experiments.montecarlo.JurisdictionRow;
import straits.experiments.montecarlo.LedgerRow;
import straits.experiments.montecarlo.NegotiationRow;
import straits.experiments.montecarlo.PoolRow;
import straits.experiments.montecarlo.ProviderRow;
import straits.experiments.montecarlo.QuotaRow;
import straits.experiments.montecarlo.SpotRow;
import straits.experiments.montecarlo.TenantRow;
import straits.experiments.montecarlo.UnitResult;
import straits.experiments.montecarlo.UnmetRow;

/**
 * The tables of one run: every run adds its rows, in order of point and replication, or of
 * rounds where points compete. What is computed over replications is
 * in {@link Summary}, {@link Contrasts} and {@link FillSurface}.
 */
public final class Tables {

    /** {@code outcomes.csv}. */
    public static final Table<UnitResult> OUTCOMES = OutcomesTable.declare();

    /** {@code series.csv}. */
    public static final Table<PoolRow> SERIES = PoolTables.series();

    /** {@code tenants.csv}. */
    public static final Table<TenantRow> TENANTS = TenantTables.tenants();

    /** {@code channels.csv}. */
    public static final Table<ChannelRow> CHANNELS = TenantTables.channels();

    /** {@code unmet.csv}. */
    public static final Table<UnmetRow> UNMET = TenantTables.unmet();

    /** {@code denials.csv}. */
    public static final Table<DenialRow> DENIALS = RuleTables.denials();

    /** {@code quotas.csv}. */
    public static final Table<QuotaRow> QUOTAS = RuleTables.quotas();

    /** {@code binding.csv}. */
    public static final Table<BindingRow> BINDING = TenantTables.binding();

    /** {@code provider_accounts.csv}. */
    public static final Table<ProviderRow> ACCOUNTS = MoneyTables.accounts();

    /** {@code classes.csv}. */
    public static final Table<ClassRow> CLASSES = PoolTables.classes();

    /** {@code jurisdictions.csv}. */
    public static final Table<JurisdictionRow> JURISDICTIONS = RuleTables.jurisdictions();

    /** {@code desk.csv}. */
    public static final Table<DeskRow> DESK = RuleTables.desk();

    /** {@code failures.csv}. */
    public static final Table<FailureRow> FAILURES = PoolTables.failures();

    /** {@code bargaining.csv}. */
    public static final Table<NegotiationRow> BARGAINING = NegotiationTables.bargaining();

    /** {@code ledger.csv}. */
    public static final Table<LedgerRow> LEDGER = MoneyTables.ledger();

    /** {@code spot.csv}. */
    public static final Table<SpotRow> SPOT = PoolTables.spot();

    private Tables() {}
}

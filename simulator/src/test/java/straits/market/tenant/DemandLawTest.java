package straits.market.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import straits.scenario.Distribution;
import straits.scenario.Quantity;
import straits.scenario.TenantClass;
import straits.scenario.Workload;

final class DemandLawTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);

    private static TenantClass tenants(double growth, double dayPeak, Distribution duration) {
        return tenants(growth, dayPeak, 1, duration);
    }

    private static TenantClass tenants(double growth, double dayPeak, double weekend, Distribution duration) {
        return new TenantClass(
                "MY",
                Workload.TRAINING,
                List.of(),
                List.of(),
                new TenantClass.Arrivals(
                        Quantity.of(2),
                        Quantity.of(growth),
                        Quantity.of(dayPeak),
                        Quantity.of(8),
                        Quantity.of(weekend)),
                new Distribution.Constant(Quantity.of(3)),
                1,
                TenantClass.Contract.ON_DEMAND,
                TenantClass.PriceBasis.FLOATING,
                duration,
                new Distribution.Constant(Quantity.of(1)),
                new Distribution.Constant(Quantity.of(0)),
                false,
                new TenantClass.Choice(TenantClass.ChoiceRule.CHEAPEST, Quantity.of(1), List.of()),
                Quantity.of(0),
                Quantity.of(0),
                null,
                null,
                0,
                null,
                null,
                null,
                null);
    }

    private static Distribution constant(double hours) {
        return new Distribution.Constant(Quantity.of(hours));
    }

    /** 2 an hour for 3 over 100 h: 90 h of whole leases of 10 h, then ever shorter ones of 50 h in all. */
    @Test
    void leasesAreCutAtTheEnd() {
        assertThat(DemandLaw.expectedH100eHours(tenants(1, 1, constant(10)), 100, MONDAY))
                .isCloseTo(3 * 2 * (900 + 50), within(1e-9));
        assertThat(DemandLaw.expectedH100eHours(tenants(1, 1, constant(1000)), 100, MONDAY))
                .isCloseTo(3 * 2 * 5000, within(1e-9));
    }

    /** 2 x 3 x 10 x (100 - 10 (1 - exp(-10))). */
    @Test
    void exponentialLeases() {
        Distribution exponential = new Distribution.Exponential(Quantity.of(10));
        double exact = 2 * 3 * 10 * (100 - 10 * (1 - Math.exp(-10)));
        assertThat(DemandLaw.expectedH100eHours(tenants(1, 1, exponential), 100, MONDAY))
                .isCloseTo(exact, within(exact * 1e-6));
    }

    /** Leases of a second: what counts is the number of requests, 2 (e^(ln g t) - 1) / (ln g) with time in years. */
    @Test
    void requestsGrow() {
        double years = 2000.0 / 8760;
        double requests = 2 * 8760 * (Math.pow(5, years) - 1) / Math.log(5);
        double exact = requests * 3 / 3600;
        assertThat(DemandLaw.expectedH100eHours(tenants(5, 1, constant(1.0 / 3600)), 2000, MONDAY))
                .isCloseTo(exact, within(exact * 1e-4));
    }

    /** Over half a day round its peak at 8 o'clock the weight is 1 + 0.5 x 2 / pi more than over the other half. */
    @Test
    void theDaySwings() {
        double exact = 3 * (2 * 14 + 2 * 0.5 * 24 / (2 * Math.PI) * (1 + Math.sin(2 * Math.PI * 8 / 24))) / 3600;
        assertThat(DemandLaw.expectedH100eHours(tenants(1, 1.5, constant(1.0 / 3600)), 14, MONDAY))
                .isCloseTo(exact, within(exact * 1e-3));
    }

    /** From a Monday: the first five days have 7 / 5.5 of the mean rate, the weekend a quarter of that. */
    @Test
    void weekendsAreQuieter() {
        TenantClass week = tenants(1, 1, 0.25, constant(1.0 / 3600));
        double each = 2 * 3 / 3600.0 * 24 * 7 / 5.5;

        assertThat(DemandLaw.expectedH100eHours(week, 120, MONDAY)).isCloseTo(5 * each, within(each * 1e-3));
        assertThat(DemandLaw.expectedH100eHours(week, 168, MONDAY)).isCloseTo(5.5 * each, within(each * 1e-3));
        assertThat(DemandLaw.expectedH100eHours(week, 48, MONDAY.plusDays(5)))
                .isCloseTo(0.5 * each, within(each * 1e-3));
    }
}

package straits.scenario.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import straits.scenario.LoadedScenario;

/** One change of a sound world gives exactly one fault, in its own words. */
final class FaultsOfScenariosTest {

    private static final String RICH = Worlds.text("rich.yaml");

    @Test
    void theSoundWorldHasNone() {
        Reading<LoadedScenario> reading = read(RICH);
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # names and keys
            node_gpus: 8 | nod_gpus: 8 | tenant_classes.labs.nod_gpus: unknown key "nod_gpus"; did you mean "node_gpus"?
            licensed: true | lisence: true | deliveries.first.lisence: unknown key "lisence"; did you mean "licensed"?
            licensed: true | zzz: true | deliveries.first.zzz: unknown key "zzz"; known: provider, site, chip, gpus, rentable_fraction, ordered, vendor_lead, install, slip, licensed, cancellation, diversion
            licensed: true | ordered: 2024-11-01 | deliveries.first.ordered: this key a second time; first in line 122
            max_price: 4 USD per H100e-hour | # nothing | anchors.big.max_price: missing: most it pays
            choice: {rule: logit, | choice: {rule: logits, | tenant_classes.labs.choice.rule: unknown word "logits"; did you mean "logit"?
            choice: {rule: logit, | choice: {rule: listed, | tenant_classes.labs.choice.providers: missing: providers to try, first to last; rule: listed needs them
            choice: {rule: logit, | choice: {providers: [gate], rule: logit, | tenant_classes.labs.choice.providers: found a list of providers; it goes with rule: listed only
            node_gpus: 8 | node_gpus: 8\\n    retrial: {after: 0 h} | tenant_classes.labs.retrial.after: found 0 h; must be above 0 h
            workload: inference | workload: INFERENCE | tenant_classes.labs.workload: unknown word "INFERENCE"; did you mean "inference"?
            cap: {kind: country_cap | cap: {kind: county_cap | own_regimes.strict.rules.cap.kind: unknown kind "county_cap"; did you mean "country_cap"?
            {kind: country_cap, | { | own_regimes.strict.rules.cap: found a map without kind; must be a map with kind: one of country_cap, duty, gatekeeper_exemption, hardware_licence, kyc_screening, low_count_exemption, national_validated_end_user, remote_access, revenue_share, third_country_permit, universal_validated_end_user, ration
            {lognormal: | {lognorm: | tenant_classes.labs.duration.lognorm: unknown name "lognorm"; did you mean "lognormal"?
            patience: {gamma: | patience: {mean: 1 h, gamma: | tenant_classes.heavy.patience: found a map; must be a value or a map with one key of constant, discrete, empirical, exponential, gamma, lognormal, pareto, triangular, uniform, weibull
            # what stands together in rules at the lease
            licence_quota: 10 million TPP | mode: licence | own_regimes.strict.rules.cloud.licence_quota: missing: needed with mode licence
            licence_quota: 10 million TPP | mode: cap | own_regimes.strict.rules.cloud.review: found one; must be missing with mode cap
            licence_quota: 10 million TPP\\n        review: normal | mode: prohibition | own_regimes.strict.rules.cloud.free_per_tenant_and_country: found one; must be missing with mode prohibition
            free_per_tenant_and_country: 1 million TPP | mode: licence | own_regimes.strict.rules.cloud.free_per_tenant_and_country: missing: needed with mode licence
            threshold: 1e26 operations, | # | own_regimes.strict.rules.train.training_operations.threshold: missing: most planned operations
            per_h100e_hour: 1.4e18 | per_h100e_hour: 0 | own_regimes.strict.rules.train.training_operations.per_h100e_hour: found 0 operations per H100e-hour; must be above 0 operations per H100e-hour
            licence_quota: 10 million TPP | licence_quota: 10 million TPP\\n        wind_down: 90 days | own_regimes.strict.rules.cloud.wind_down: found one; must be missing with mode licence
            share: 15 % | share: 51 % | own_regimes.strict.rules.tax.share: found 51 %; must be at least 0 and at most 0.5
            who: {kind | more: {kind: revenue_share, dates: {effective: 2025-08-01}, share: 0.4}\\n      who: {kind | own_regimes.strict.rules.more.share: found revenue shares that add to 0.55; must add to at most 0.5
            who: {kind: kyc_screening, dates: {effective: 2025-05-15} | who: {kind: kyc_screening, dates: {effective: 2025-05-15, grandfathers: ordered_before_announced} | own_regimes.strict.rules.who.dates.grandfathers: goes with wind_down only: without it no lease signed before is touched
            false_positive: 1 % | false_positive: 101 % | own_regimes.strict.rules.who.false_positive: found 101 %; must be at least 0 and at most 1
            time: {exponential: {mean: 1 days}} | time: {empirical: []} | own_regimes.strict.rules.who.time.empirical: found an empty list; must have at least one value
            # out of scale
            horizon: 1 year | horizon: 1e12 h | horizon: found 1e12 h; must be above 0 h and at most 876000 h
            budget: 1 billion USD | budget: 1e13 USD | anchors.rival.budget: found 1e13 USD; no value here may exceed 1000000000000 USD
            rate: 1 per week | rate: 1e9 per hour | tenant_classes.heavy.arrivals.rate: found 1e9 per hour; no value here may exceed 100000000 per hour
            h100e_inference: 3 H100e per GPU | h100e_inference: 1e7 H100e per GPU | chips.b200.h100e_inference: found 1e7 H100e per GPU; no value here may exceed 1000000 H100e per GPU
            gamma: {shape: 2, | gamma: {shape: 2147483648, | tenant_classes.heavy.patience.gamma.shape: found 2147483648; must be above 0 and at most 1000000
            duration: {lognormal: {median: 2.3 h, ln_sigma: {value: 2.2, fact: F005}}} | duration: {pareto: {shape: 1, scale: 1 h}} | tenant_classes.labs.duration: found an infinite mean; leases held at the start are drawn by their length, which needs a mean above 0 and finite
            duration: {lognormal: {median: 2.3 h, ln_sigma: {value: 2.2, fact: F005}}} | duration: {discrete: {0 h: 1}} | tenant_classes.labs.duration: found a mean of 0; leases held at the start are drawn by their length, which needs a mean above 0 and finite
            # references
            chips: [h100, b200] | chips: [h10, b200] | tenant_classes.labs.chips[0]: unknown chip "h10"; did you mean "h100"?
            chips: [h100, b200] | chips: [h100, h100] | tenant_classes.labs.chips[1]: "h100" a second time
            tenant: big | tenant: bigg | question.tenant: unknown anchor "bigg"; did you mean "big"?
            limits: {gate: | limits: {gates: | own_regimes.strict.rules.exempt.limits.gates: unknown provider "gates"; did you mean "gate"?
            destinations: [malaysia] | destinations: [malaisia] | own_regimes.strict.rules.hardware.scope.destinations[0]: unknown country "malaisia"; did you mean "malaysia"?
            min_tpp: 4800 TPP}\\n        review: normal | min_tpp: 4800 TPP}\\n        review: norm | own_regimes.strict.rules.hardware.review: unknown review class "norm"; did you mean "normal"?
            [strict, none] | [strikt, none] | regimes[0]: unknown regime "strikt"; did you mean "strict"?
            [strict, none] | [none, none] | regimes[1]: "none" a second time
            reference_regime: none | reference_regime: free | reference_regime: found "free"; must be one of the regimes to compare: strict, none
            source: fleet-my | source: fleet-sg | providers.gate.fleet[0].installed.source: unknown source "fleet-sg"; did you mean "fleet-my"?
            # texts, dates, whole numbers, booleans
            name: rich | name: Rich World | name: found "Rich World"; must be a slug of a-z, 0-9 and -, such as h100-sxm
            home: SG\\n    workload | home: sg\\n    workload | tenant_classes.labs.home: found "sg"; must be a code of two capital letters, such as MY
            iso: "NO" | iso: NO | countries.norway.iso: found NO, which is no text to every YAML reader; write "NO"
            title: No rules | title: 1_000 | own_regimes.none.title: found 1_000, which is no text to every YAML reader; write "1_000"
            title: No rules | title: | own_regimes.none.title: found nothing; must be a text
            title: No rules | title: [] | own_regimes.none.title: found a list; must be a text
            title: No rules | title: "\\0" | own_regimes.none.title: found a control character; must be printable text
            start: 2025-01-01 | start: 2025-02-29 | start: no such date: 2025-02-29
            start: 2025-01-01 | start: 1 January 2025 | start: found 1 January 2025; must be a date such as 2025-01-31
            node_gpus: 8 | node_gpus: 08 | tenant_classes.labs.node_gpus: found 08; must be a whole number such as 12
            node_gpus: 8 | node_gpus: 0x8 | tenant_classes.labs.node_gpus: found 0x8; must be a whole number such as 12
            node_gpus: 8 | node_gpus: "8" | tenant_classes.labs.node_gpus: found "8" in quotes; must be a whole number such as 12
            node_gpus: 8 | node_gpus: 8.5 | tenant_classes.labs.node_gpus: found 8.5; must be a whole number such as 12
            node_gpus: 8 | node_gpus: 0 | tenant_classes.labs.node_gpus: found 0; must be at least 1 and at most 1024
            replications: 3 | replications: 99999999999 | replications: found 99999999999; must be at least 1 and at most 1000000
            schema_version: 1 | schema_version: 2 | schema_version: found 2; must be 1
            licensed: true | licensed: yes | deliveries.first.licensed: found yes; must be true or false
            licensed: true | licensed: "true" | deliveries.first.licensed: found "true" in quotes; must be true or false
            # numbers with units
            budget: 1 billion USD | budget: 1 billion | anchors.rival.budget: unknown unit "billion"; did you mean "billion USD"?
            budget: 1 billion USD | budget: 1000000000 | anchors.rival.budget: found 1000000000 without a unit; units here: USD, thousand USD, million USD, billion USD
            horizon: 1 year | horizon: 12 monts | horizon: unknown unit "monts"; did you mean "months"?
            horizon: 1 year | horizon: 12 USD | horizon: unknown unit "USD"; units here: s, min, h, days, weeks, months, years
            horizon: 1 year | horizon: 1_000 h | horizon: found 1_000 h; must be a number such as 12 h
            horizon: 1 year | horizon: 012 h | horizon: found 012 h; must be a number such as 12 h
            horizon: 1 year | horizon: 0x10 h | horizon: found 0x10 h; must be a number such as 12 h
            horizon: 1 year | horizon: .nan h | horizon: found .nan h; must be a number such as 12 h
            horizon: 1 year | horizon: inf h | horizon: found inf h; must be a number such as 12 h
            horizon: 1 year | horizon: 12h | horizon: found 12h; must be a number such as 12 h
            horizon: 1 year | horizon: 1,5 years | horizon: found 1,5 years; must be a number such as 12 h
            horizon: 1 year | horizon: on | horizon: found on; must be a number such as 12 h
            horizon: 1 year | horizon: [1 year] | horizon: found a list; must be a number such as 12 h
            horizon: 1 year | horizon: {h: 1} | horizon: found a map; must be a number such as 12 h
            peak_hour: 9 | peak_hour: "9" | tenant_classes.labs.arrivals.peak_hour: found "9" in quotes; must be a number such as 12
            peak_hour: 9 | peak_hour: 9 h | tenant_classes.labs.arrivals.peak_hour: found "9 h"; must be a number without a unit
            approve: 0.5 | approve: 0.5 USD | own_regimes.strict.desk.review_classes.normal.approve: found "0.5 USD"; must be a fraction such as 0.35 or a percentage such as 35 %
            # ranges
            horizon: 1 year | horizon: 101 years | horizon: found 101 years; must be above 0 h and at most 876000 h
            horizon: 1 year | horizon: 1e999 h | horizon: found 1e999 h; must be above 0 h and at most 876000 h
            horizon: 1 year | horizon: 1e-999 h | horizon: found 1e-999 h; too short: time is counted in microseconds
            horizon: 1 year | horizon: 1e-10 h | horizon: found 1e-10 h; too short: time is counted in microseconds
            max_price: 4 USD per H100e-hour | max_price: 1e-999 USD per H100e-hour | anchors.big.max_price: found 1e-999 USD per H100e-hour; too small for a number of this program
            approve: 0.5 | approve: 1.0000001 | own_regimes.strict.desk.review_classes.normal.approve: found 1.0000001; must be at least 0 and at most 1
            rate: 1 per week | rate: -1 per week | tenant_classes.heavy.arrivals.rate: found -1 per week; must be at least 0 per hour
            median: 2.3 h | median: 0 h | tenant_classes.labs.duration.lognormal.median: found 0 h; must be above 0 h
            value: 2.2, fact: F005 | value: 50, fact: F005 | tenant_classes.labs.duration.lognormal.ln_sigma.value: found 50; must be at least 0 and at most 10
            gpus: 5000 GPUs | gpus: 5000.5 GPUs | deliveries.first.gpus: found 5000.5 GPUs; must be a whole number of GPUs
            value: -2 weeks | value: -2 years | deliveries.first.slip.discrete[0].value: found -2 years; must be at least -8760 h
            # origins
            low: 18425, | # | providers.gate.fleet[0].installed: low and high come together
            low: 18425, high: 63650, | # | providers.gate.fleet[0].installed: an assumption needs low and high
            low: 18425, | low: 34000, | providers.gate.fleet[0].installed: found value 33500 GPUs with low 34000 GPUs and high 63650 GPUs; must be low <= value <= high
            low: 18425, high: 63650, | low: 34000, high: 6B, | providers.gate.fleet[0].installed.high: found 6B; must be a number such as 12 GPUs
            low: 18425, | low: -1, | providers.gate.fleet[0].installed.low: found -1; must be at least 0 GPUs and at most 3000000 GPUs
            fact: F001 | fact: 1 | question.reference_price.fact: found "1"; must be the id of a fact, such as F001
            fact: F001 | fact: F001, assumption: "also" | question.reference_price: found several origins; must be exactly one of source: key, fact: F001, derived: [F001, ...] with reason, assumption: reason
            fact: F001 | low: 1, high: 2 | question.reference_price: found no origin; must be exactly one of source: key, fact: F001, derived: [F001, ...] with reason, assumption: reason
            fact: F001 | facts: F001, fact: F001 | question.reference_price.facts: unknown key "facts"; did you mean "fact"?
            "as the market" | "" | anchors.rival.max_price.assumption: found ""; must be a text
            "as the market" | "=1+1" | anchors.rival.max_price.assumption: found "=1+1"; must be printable text that does not begin as a formula does (= + - @)
            , reason: "board power times overhead" | # | sources.chip-power: a derived number needs a reason: how it follows from its facts
            derived: [F002, F003] | derived: [] | sources.chip-power.derived: found a list; must be a list of facts such as [F001, F002]
            {assumption: "made up"} | {source: chip-power} | sources.fleet-my: found source; an entry of sources does not name another
            {assumption: "made up"} | x | sources.fleet-my: found "x"; must be a map with fact, derived or assumption
            # how values fit together
            warm_up: 4 weeks | warm_up: 1 year | warm_up: found 8760 h; must be less than the horizon of 8760 h
            ramp_ends: 2025-07-01 | ramp_ends: 2026-01-01 | question.ramp_ends: found 2026-01-01; must lie from the start 2025-01-01 to before the end of the horizon of 8760 h
            {2025-01-01: 100 MW} | {2025-01-02: 100 MW} | sites.johor.it_power_limit[0]: found 2025-01-02 as the first date; must be at or before the start 2025-01-01
            {2025-01-01: 100 MW} | {} | sites.johor.it_power_limit: found an empty list; must say the value at the start
            2025-03-01: 60 MW | 2023-03-01: 60 MW | sites.oslo.it_power_limit[1]: found 2023-03-01 after 2024-01-01; dates must ascend
            2025-03-01: 60 MW | 2025-13-01: 60 MW | sites.oslo.it_power_limit.2025-13-01: no such date: 2025-13-01
            8 H100e: 0.3, | 8 H100e: 0.2, | tenant_classes.labs.size.discrete: found probabilities that add to 0.9; must add to 1
            {triangular: {low: 1 | {triangular: {low: 3 | tenant_classes.labs.willingness.triangular: found 3 before 2 in base units; parameters must ascend
            uniform: {low: 8 H100e | uniform: {low: 88 H100e | tenant_classes.heavy.size.uniform: found 88 before 64 in base units; parameters must ascend
            {empirical: [1 h, 90 min, 2 days]} | {empirical: []} | tenant_classes.labs.patience.empirical: found an empty list; must have at least one value
            approve: 0.5 | approve: 0.9 | own_regimes.strict.desk.review_classes.normal: found approve and deny that add to 1.1; must add to at most 1
            announced: 2023-10-17 | announced: 2023-12-17 | own_regimes.strict.rules.hardware.dates.effective: found 2023-11-17; must be at or after announced, 2023-12-17
            rescinded: 2026-01-01 | rescinded: 2021-01-01 | own_regimes.strict.rules.hardware.dates.rescinded: found 2021-01-01; must be at or after announced, 2023-10-17
            rescinded: 2026-01-01 | compliance: 2023-11-16 | own_regimes.strict.rules.hardware.dates.compliance: found 2023-11-16; must be at or after effective, 2023-11-17
            shares: [40 %, 0.6] | shares: [40 %, 0.7] | anchors.big.pacing.shares: found shares that add to 1.1; must add to 1
            kind: scheduled | kind: even | anchors.big.pacing.shares: found shares; they go with kind: scheduled only
            gpus: 500 GPUs | gpus: 12 thousand GPUs | anchors.big.opening[0].gpus: found 12000 GPUs leased at the start with those before it; must be at most the 11725 rentable GPUs of h100 at johor of gate
            {provider: gate, site: johor | {provider: gate, site: oslo | anchors.big.opening[0]: no fleet of h100 at oslo of gate
            {2025-01-01: 100 MW} | {2025-01-01: 40 MW} | sites.johor.it_power_limit: found 40 MW at the start; the GPUs installed there draw 47.9205 MW
            {site: oslo, chip: h100, | {site: johor, chip: h100, | providers.local.fleet[1]: h100 at johor a second time; must be one entry
            {site: oslo, chip: h100, | {site: oslo, chip: b200, | providers.local.fleet[1].chip: found "b200", which its provider does not offer; offers: h100
            provider: gate\\n | provider: local\\n | deliveries.first.chip: found "b200", which its provider does not offer; offers: h100
            term: 36 months | term: 12 months, min_gpus: 64 GPUs | providers.gate.offers.h100.terms[1]: the same term and least size a second time
            "  rival:" | "  labs:" | anchors.labs: a tenant class has the same key; tenants need their own
            [strict, none] | [] | regimes: found an empty list; must name at least one regime
            """)
    void oneChangeGivesOneFault(String part, String replacement, String fault) {
        String world = Worlds.with(RICH, plain(part), plain(replacement));
        assertThat(read(world).faults()).extracting(FaultsOfScenariosTest::told).containsExactly(fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            budget: 1 billion USD | budget: 7 billion USD | question.tenant: the other anchor tenants have 7000000000 USD a year together; the budget of big, 7000000000 USD, is expected to exceed it
            shape: 2.5 | shape: 2 | tenant_classes.heavy.duration.pareto.shape: found 2; at 2 or below the variance is infinite and no confidence interval holds
            rescinded: 2026-01-01 | rescinded: 2023-11-01 | own_regimes.strict.rules.hardware.dates.rescinded: found 2023-11-01; effective is 2023-11-17: the rule is never in force
            """)
    void someChangesOnlyWarn(String part, String replacement, String warning) {
        Reading<LoadedScenario> reading = read(Worlds.with(RICH, part, replacement));
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.warnings()).extracting(FaultsOfScenariosTest::told).containsExactly(warning);
    }

    private static String told(Fault fault) {
        return fault.path() + ": " + fault.message();
    }

    private static String plain(String text) {
        String inner = text.startsWith("\"  ") ? text.substring(1, text.length() - 1) : text;
        return inner.equals("# nothing") || inner.equals("#") ? "" : inner.replace("\\n", "\n");
    }

    private static Reading<LoadedScenario> read(String world) {
        return ScenarioReader.read("world.yaml", world, RegimeLibrary.NONE);
    }
}

-- The tables of a run in DuckDB: types from the codebook, then the same tables as results.py makes.
-- Needs two variables: SET VARIABLE run = 'runs/...'; SET VARIABLE out = 'a-folder';

CREATE TABLE codebook AS
    SELECT row_number() OVER () AS line, * FROM read_csv(getvariable('run') || '/columns.csv', all_varchar = true);
CREATE MACRO file_of(name) AS getvariable('run') || '/' || name || '.csv';
CREATE MACRO types_of(name) AS (
    SELECT list(map {'text': 'VARCHAR', 'integer': 'BIGINT', 'decimal': 'DOUBLE', 'boolean': 'BOOLEAN', 'date': 'DATE'}[type] ORDER BY line)
    FROM codebook WHERE "table" = name || '.csv');

SET VARIABLE types = types_of('tenants');
CREATE TABLE tenants AS FROM read_csv(file_of('tenants'), types = getvariable('types'));
SET VARIABLE types = types_of('binding');
CREATE TABLE binding AS FROM read_csv(file_of('binding'), types = getvariable('types'));
SET VARIABLE types = types_of('outcomes');
CREATE TABLE outcomes AS FROM read_csv(file_of('outcomes'), types = getvariable('types'));
SET VARIABLE types = types_of('fill');
CREATE TABLE fill AS FROM read_csv(file_of('fill'), types = getvariable('types'));

-- Mean and standard error over replications. The interval is mean -/+ t(0.975, n - 1) x standard error; DuckDB has no t, so
-- take it from summary.csv and contrasts.csv, which hold intervals of every answer.
CREATE MACRO estimate(x) AS {'n': count(x), 'mean': avg(x), 'standard_error': stddev_samp(x) / sqrt(count(x))};

-- What the tenant held.
COPY (
    SELECT regime, period_start, unnest(estimate(h100e))
    FROM tenants WHERE tenant = 'bytedance'
    GROUP BY regime, period_start ORDER BY regime, period_start
) TO (getvariable('out') || '/held.csv');

-- What stopped it: totals over replications.
COPY (
    WITH reasons AS (UNPIVOT binding ON COLUMNS('_fraction$') INTO NAME reason VALUE fraction)
    SELECT regime, period_start, reason,
        sum(fraction * unfilled_h100e_hours) / sum(sum(fraction * unfilled_h100e_hours)) OVER (PARTITION BY regime, period_start) AS share
    FROM reasons WHERE tenant = 'bytedance'
    GROUP BY regime, period_start, reason ORDER BY regime, period_start, reason
) TO (getvariable('out') || '/stopped.csv');

-- Paired contrasts: differences replication by replication.
COPY (
    WITH answers AS (
        UNPIVOT (FROM outcomes) ON anchor_mean_h100e, anchor_spend_usd, market_paid_usd_per_h100e_hour, hhi_revenue
        INTO NAME answer VALUE value)
    SELECT one.regime, answer, unnest(estimate(one.value - other.value))
    FROM answers AS one JOIN answers AS other USING (replication, answer)
    WHERE other.regime = 'us-2023' AND one.regime <> 'us-2023'
    GROUP BY one.regime, answer ORDER BY one.regime, answer
) TO (getvariable('out') || '/contrasts.csv');

-- The fill surface at the last date; PIVOT ... ON price_usd_per_h100e_hour USING any_value(p_fill_fraction) sets it out as a table.
COPY (
    SELECT regime, h100e, price_usd_per_h100e_hour, p_fill_fraction
    FROM fill WHERE by_date = (SELECT max(by_date) FROM fill) AND budget_rule = 'as_given'
) TO (getvariable('out') || '/fill.csv');

# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # A run, read in Python
#
# The main figures of `report.html`, drawn from the tables of a run: what the tenant of the question held, what stopped it, what
# GPUs cost, where demand went, how regimes differ, and the fill surface. `results.py` is the source of this notebook;
# `experiments/notebooks/run` executes it on half a year of `seven-billion` with few replications, so that it takes
# a minute. Set `STRAITS_RUN` to the folder of a run of your own.

# %%
import json
import os

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from scipy.stats import t

from tables import Run

run = Run(os.environ["STRAITS_RUN"])
manifest = json.loads((run.folder / "manifest.json").read_text())
tenant = "bytedance"
plt.rcParams.update({"figure.figsize": (8, 3.6), "figure.dpi": 80, "figure.constrained_layout.use": True})
pd.set_option("display.float_format", "{:,.4g}".format, "display.width", 120)
plt.rcParams.update({"axes.grid": True, "axes.axisbelow": True, "grid.alpha": 0.25, "font.size": 9})
print(f"{manifest['replications']} runs, of which {manifest['failed_replications']} failed")


def estimate(groups):
    """Mean over replications with its 95 % interval, of every column group."""
    rows = groups.agg(n="count", mean="mean", standard_error="sem")
    half = t.ppf(0.975, rows["n"] - 1) * rows["standard_error"]
    return rows.assign(low=rows["mean"] - half, high=rows["mean"] + half)


# %% [markdown]
# ## What the tenant held
#
# The types and units come from `columns.csv`: dates are dates, an empty cell is missing, a whole number stays whole.

# %%
tenants = run["tenants"].query("tenant == @tenant")
held = estimate(tenants.groupby(["regime", "period_start"], sort=False)["h100e"])
bound = run["outcomes"]["budget_bound_gpus"].iloc[0]

figure, axes = plt.subplots()
for regime, rows in held.groupby("regime", sort=False):
    rows = rows.droplevel("regime")
    (line,) = axes.plot(rows.index, rows["mean"], marker="o", markersize=3, label=regime)
    axes.fill_between(rows.index, rows["low"].clip(lower=0), rows["high"], color=line.get_color(), alpha=0.15)
need = tenants.groupby("period_start")["need_h100e"].mean()
axes.plot(need.index, need, color="black", linestyle="--", label="needed")
axes.set(ylim=(0, None), ylabel=run.unit("tenants", "h100e"))
axes.set_title(f"{tenant}: held, monthly means of {held['n'].min()} replications with 95 % intervals;\nits budget pays for {bound:,} GPUs")
axes.legend()
plt.show()

# %% [markdown]
# ## What stopped it
#
# Of all H100-equivalent-hours that it needed, could pay for and did not get in a month, the share of each reason: totals over
# replications, so that a month with much unmet need in one replication counts as much as it is.

# %%
binding = run["binding"].query("tenant == @tenant")
reasons = [column for column in binding if column.endswith("_fraction")]
hours = binding.set_index(["regime", "period_start"])
hours = hours[reasons].mul(hours["unfilled_h100e_hours"], axis=0)
stopped = hours.groupby(["regime", "period_start"], sort=False).sum()
stopped = stopped.div(stopped.sum(axis=1), axis=0)

figure, panels = plt.subplots(1, binding["regime"].nunique(), sharey=True)
for axes, (regime, rows) in zip(panels, stopped.groupby("regime", sort=False)):
    rows = rows.droplevel("regime").loc[:, lambda shares: shares.sum() > 0]
    rows.index = rows.index.strftime("%m")
    rows.columns = rows.columns.str.removesuffix("_fraction")
    rows.plot.bar(stacked=True, ax=axes, width=0.9, legend=False, rot=0)
    axes.set(title=regime, xlabel="month of 2025")
figure.legend(*axes.get_legend_handles_labels(), loc="outside right upper")
plt.show()

# %% [markdown]
# ## What a GPU costs
#
# Charges over GPU-hours by country and class of the owner, H100 only, under the reference regime.

# %%
series = run["series"].query("chip == 'h100' and regime == 'us-2023'")
paid = series.groupby(["country", "class"])[["revenue_usd", "gpu_hours"]].sum()
price = (paid["revenue_usd"] / paid["gpu_hours"]).rename("USD per GPU-hour").unstack("class")
price.round(2)

# %% [markdown]
# ## Where demand went
#
# What the classes of small tenants asked for and did not get, by what happened; mean per replication and month.

# %%
unmet = run["unmet"]
months = unmet["period_start"].nunique() * run["outcomes"].groupby("regime").size()
lost = unmet.groupby(["regime", "outcome"], sort=False)["h100e_hours"].sum().unstack("outcome")
lost.div(months, axis=0).round(0)

# %% [markdown]
# ## Paired contrasts
#
# All regimes of a replication share their random numbers, so differences are taken replication by replication. Four lines, and
# the same numbers as in the program's `contrasts.csv`, whose intervals for all regimes together the figure shows.

# %%
answers = ["anchor_mean_h100e", "anchor_spend_usd", "market_paid_usd_per_h100e_hour", "hhi_revenue"]
outcomes = run["outcomes"].set_index(["regime", "replication"])[answers]
differences = outcomes.sub(outcomes.loc["us-2023"], level="replication").drop("us-2023", level="regime")
contrasts = estimate(differences.melt(ignore_index=False, var_name="answer").groupby(["regime", "answer"], sort=False)["value"])
contrasts

# %%
given = run["contrasts"].query("category.isna()").set_index(["regime", "answer"])
given = given.rename(columns={"mean_difference": "mean"}).reindex(contrasts.index)
for column in contrasts:
    np.testing.assert_allclose(contrasts[column], given[column].astype(float), rtol=1e-9, atol=1e-9)

# The intervals that hold together, in per cent of the mean under the reference regime; grey where one covers zero.
scale = outcomes.loc["us-2023"].mean().reindex(contrasts.index, level="answer")
shown = given[["mean", "simultaneous_low", "simultaneous_high"]].div(scale, axis=0).mul(100)
figure, axes = plt.subplots()
for place, ((regime, answer), row) in enumerate(shown[::-1].iterrows()):
    colour = "grey" if row["simultaneous_low"] <= 0 <= row["simultaneous_high"] else "C0"
    axes.hlines(place, row["simultaneous_low"], row["simultaneous_high"], color=colour)
    axes.plot(row["mean"], place, "o", color=colour)
axes.set_yticks(range(len(shown)), [f"{answer}, {regime}" for regime, answer in shown.index[::-1]])
axes.axvline(0, color="black", linewidth=0.8)
axes.set(title=f"Difference from us-2023, % of its mean; {contrasts['n'].min()} pairs, 95 % intervals that hold together")
plt.show()

# %% [markdown]
# ## The fill surface
#
# The share of replications in which the tenant had at least so many H100-equivalents by the last date, at or below a price. With so
# few replications a share tells little: `p_fill_low_fraction` and `p_fill_high_fraction` say how little.

# %%
fill = run["fill"].query("by_date == by_date.max() and budget_rule == 'as_given'")
surface = fill.pivot_table("p_fill_fraction", ["regime", "h100e"], "price_usd_per_h100e_hour", sort=False)

figure, panels = plt.subplots(1, fill["regime"].nunique(), sharey=True)
for axes, (regime, rows) in zip(panels, surface.groupby("regime", sort=False)):
    image = axes.imshow(rows, origin="lower", aspect="auto", vmin=0, vmax=1, cmap="viridis")
    axes.set_xticks(range(rows.shape[1]), rows.columns)
    axes.set_yticks(range(rows.shape[0]), [f"{size:,.0f}" for size in rows.index.get_level_values("h100e")])
    axes.set(title=regime, xlabel="USD per h100e-hour")
    axes.grid(False)
panels[0].set_ylabel("h100e")
figure.colorbar(image, label="P(fill)")
plt.show()

# %% [markdown]
# The tables of this notebook, for whoever compares them with those of `results.R` and `results.sql`, which make the same.

# %%
if out := os.environ.get("STRAITS_OUT"):
    held.to_csv(f"{out}/held.csv")
    stopped.rename_axis("reason", axis=1).stack().rename("share").to_csv(f"{out}/stopped.csv")
    contrasts.to_csv(f"{out}/contrasts.csv")
    surface.stack().rename("p_fill_fraction").to_csv(f"{out}/fill.csv")

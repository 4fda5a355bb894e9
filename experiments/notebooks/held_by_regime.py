"""Draws what the tenant of a question held, by month and regime, against what it needed.

Usage: python held_by_regime.py RUN_FOLDER TENANT PICTURE.png
"""

import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
from scipy.stats import t

from tables import Run


def main(folder: str, tenant: str, picture: str) -> None:
    run = Run(folder)
    bound = run["outcomes"]["budget_bound_gpus"].iloc[0]
    tenants = run["tenants"]
    mine = tenants[tenants["tenant"] == tenant]
    n = mine["replication"].nunique()
    figure, axes = plt.subplots(figsize=(9, 4.6), dpi=110)
    need = mine.groupby("period_start")["need_h100e"].mean() / 1000
    axes.step(need.index, need, where="post", color="black", linestyle="--", linewidth=1.2, label="needed")
    for regime, rows in mine.groupby("regime", sort=False):
        monthly = rows.groupby("period_start")["h100e"].agg(["mean", "sem"]) / 1000
        half = t.ppf(0.975, n - 1) * monthly["sem"]
        (line,) = axes.plot(monthly.index, monthly["mean"], marker="o", markersize=3, label=regime)
        axes.fill_between(
            monthly.index, (monthly["mean"] - half).clip(lower=0), monthly["mean"] + half, color=line.get_color(), alpha=0.12
        )
    axes.set_ylabel("thousand H100-equivalents")
    axes.set_ylim(bottom=0)
    axes.set_title(
        f"{tenant}: held by rental, monthly means of {n} replications with 95 % intervals;\n"
        f"its budget would pay for {bound / 1000:,.0f} thousand at the reference price",
        fontsize=10,
    )
    axes.legend(fontsize=8, loc="upper left")
    axes.grid(alpha=0.25)
    figure.tight_layout()
    figure.savefig(picture)


if __name__ == "__main__":
    main(*sys.argv[1:4])

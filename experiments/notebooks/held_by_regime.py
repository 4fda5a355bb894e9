"""Draws what the tenant of a question held, by month and regime, against what it needed.

Usage: python held_by_regime.py RUN_FOLDER TENANT PICTURE.png     (needs pandas and matplotlib)
"""

import math
import sys
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import pandas as pd

T_975 = {2: 12.706, 3: 4.303, 4: 3.182, 5: 2.776, 6: 2.571, 8: 2.365, 10: 2.262, 20: 2.093}


def main(folder: str, tenant: str, picture: str) -> None:
    tenants = pd.read_csv(Path(folder) / "tenants.csv", parse_dates=["period_start"])
    answers = pd.read_csv(Path(folder) / "outcomes.csv")
    bound = answers["budget_bound_gpus"].iloc[0]
    mine = tenants[tenants["tenant"] == tenant]
    n = mine["replication"].nunique()
    figure, axes = plt.subplots(figsize=(9, 4.6), dpi=110)
    need = mine.groupby("period_start")["need_h100e"].mean() / 1000
    axes.step(need.index, need, where="post", color="black", linestyle="--", linewidth=1.2, label="needed")
    for regime, rows in mine.groupby("regime", sort=False):
        monthly = rows.groupby("period_start")["h100e"].agg(["mean", "std"]) / 1000
        half = T_975.get(n, 1.96) * monthly["std"] / math.sqrt(n)
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

"""Reads the tables of a run into pandas, with the types and units of their codebook."""

from pathlib import Path

import pandas as pd

TYPES = {"text": "string", "integer": "Int64", "decimal": "float64", "boolean": "boolean"}


class Run:
    """A folder of results: run["tenants"] is its tenants.csv (or .csv.gz), run.columns the codebook."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.columns = self._read("columns", dtype="string").fillna("").set_index(["table", "column"])

    def __getitem__(self, table):
        types = self.columns.loc[f"{table}.csv", "type"]
        dates = types.index[types == "date"]
        return self._read(table, dtype=types.drop(dates).map(TYPES).to_dict(), parse_dates=list(dates))

    def unit(self, table, column):
        """The unit of a column, "" if it has none."""
        return self.columns.at[(f"{table}.csv", column), "unit"]

    def _read(self, table, **options):
        plain = self.folder / f"{table}.csv"
        path = plain if plain.exists() else self.folder / f"{table}.csv.gz"
        # Only an empty cell is missing: a regime may be called "null" or a country "na".
        return pd.read_csv(path, keep_default_na=False, na_values=[""], **options)

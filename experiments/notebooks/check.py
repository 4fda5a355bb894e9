"""Executes the notebook, the R script, the SQL script and every Python, R and SQL snippet of the pages on a run, and compares.

Usage: python check.py RUN_FOLDER OUT_FOLDER [--update]

The three languages must give the same tables, and the notebook the same text as in the committed results.ipynb; --update
writes that file anew. Pictures are not compared, since their bytes depend on the machine's fonts.
"""

import contextlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import jupytext
import nbformat
import pandas as pd
from nbclient import NotebookClient

HERE = Path(__file__).resolve().parent
PAGES = [HERE.parent / "README.md", *sorted(HERE.parent.glob("docs/*.md"))]
COMMITTED = HERE / "results.ipynb"
KEYS = {
    "held": ["regime", "period_start"],
    "stopped": ["regime", "period_start", "reason"],
    "contrasts": ["regime", "answer"],
    "fill": ["regime", "h100e", "price_usd_per_h100e_hour"],
}


def main(run: str, out: str, *options: str) -> None:
    run, out = Path(run).resolve(), Path(out).resolve()
    folders = [out / name for name in ("python", "r", "sql")]
    for folder in folders:
        folder.mkdir(parents=True, exist_ok=True)
    notebook = execute_notebook(run, folders[0])
    subprocess.run(["Rscript", HERE / "results.R", run, folders[1]], check=True)
    run_sql(HERE.joinpath("results.sql").read_text(), run, folders[2])
    for name, keys in KEYS.items():
        compare(name, keys, folders)
    place = workplace(run, out)
    snippets = sum(execute_page(page, place) for page in PAGES)
    if "--update" in options:
        nbformat.write(notebook, COMMITTED)
    elif changed := set(printed(notebook)) - set(printed(nbformat.read(COMMITTED, 4))):
        cells = "\n\n".join(f"{source}\n-> {text}" for source, text in sorted(changed))
        sys.exit(f"the notebook no longer prints what {COMMITTED} shows; if that is meant, experiments/notebooks/run --update\n\n{cells}")
    print(f"notebook, R and SQL agree on {len(KEYS)} tables; {snippets} snippets executed")


def execute_notebook(run: Path, out: Path) -> nbformat.NotebookNode:
    """The executed notebook, without what differs from one execution to the next."""
    inline = "module://matplotlib_inline.backend_inline"
    os.environ |= {"STRAITS_RUN": str(run), "STRAITS_OUT": str(out), "MPLBACKEND": inline}
    notebook = jupytext.read(HERE / "results.py")
    NotebookClient(notebook, timeout=600, resources={"metadata": {"path": HERE}}).execute()
    notebook.metadata = {"kernelspec": notebook.metadata["kernelspec"]}
    for number, cell in enumerate(notebook.cells):
        cell["id"] = f"cell-{number}"
        cell.metadata = {}
        if cell.cell_type == "code":
            # Warnings of a library, as of a font cache that is made for the first time, depend on the machine.
            cell.outputs = [output for output in cell.outputs if output.get("name") != "stderr"]
    return notebook


def printed(notebook: nbformat.NotebookNode) -> list[tuple[str, str]]:
    """Every code cell with the text that it printed or returned."""
    return [
        (cell.source, "".join(o.get("text", "") or o.get("data", {}).get("text/plain", "") for o in cell.outputs))
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]


def run_sql(script: str, run: Path, out: Path) -> None:
    connection = duckdb.connect()
    connection.execute(f"SET VARIABLE run = '{run}'; SET VARIABLE out = '{out}'")
    connection.execute(script)


def compare(name: str, keys: list[str], folders: list[Path]) -> None:
    first, *others = [pd.read_csv(folder / f"{name}.csv").set_index(keys).sort_index() for folder in folders]
    if first.empty or first.isna().any(axis=None):
        sys.exit(f"{folders[0] / name}.csv has nothing in it, or gaps")
    for folder, other in zip(folders[1:], others):
        try:
            pd.testing.assert_frame_equal(first[other.columns], other, rtol=1e-9, atol=1e-9, check_dtype=False)
        except AssertionError as difference:
            sys.exit(f"{name}.csv: {folder.name} differs from {folders[0].name}: {difference}")


def workplace(run: Path, out: Path) -> Path:
    """A folder as the pages assume it: the tables of a run, and under runs/ those of their experiments, for which this run stands in."""
    place = out / "pages"
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(run, place)
    for name in ("caps", "calibration"):
        points = pd.read_csv(shutil.copytree(run, place / "runs" / name) / "points.csv")
        points.assign(cap=points["point"] * 1e6).to_csv(place / "runs" / name / "points.csv", index=False)
    return place


def execute_page(page: Path, place: Path) -> int:
    """Runs the snippets of a page, each by itself but those in R, which follow one another; returns how many."""
    blocks = re.findall(r"^```(python|r|sql)\n(.*?)^```", page.read_text(), re.MULTILINE | re.DOTALL)
    of = {language: [text for name, text in blocks if name == language] for language in ("python", "r", "sql")}
    before = Path.cwd()
    os.chdir(place)
    os.environ["MPLBACKEND"] = "agg"
    try:
        for snippet in of["python"]:
            with contextlib.redirect_stdout(None):
                exec(compile(snippet, page.name, "exec"), {})
        if of["r"]:
            subprocess.run(["Rscript", "-"], input="\n".join(of["r"]), text=True, check=True, stdout=subprocess.DEVNULL)
        for snippet in of["sql"]:
            duckdb.connect().execute(snippet)
    finally:
        os.chdir(before)
    return len(blocks)


if __name__ == "__main__":
    main(*sys.argv[1:])

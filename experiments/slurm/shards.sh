#!/bin/bash
# One shard of an experiment per task of a Slurm array job: see experiments/docs/slurm.md.
#
#     sbatch --array=1-20 shards.sh 20 FOLDER NAME|FILE [OPTION...]
#
# runs NAME|FILE in 20 shards, into FOLDER/1 to FOLDER/20. Options are those of straits run. Submitted again, for all tasks or some
# of them, it goes on with shards that are not finished and leaves the others alone. STRAITS is the program, if it is not on the PATH.
#SBATCH --job-name=straits
#SBATCH --cpus-per-task=4
#SBATCH --mem=4G
#SBATCH --time=12:00:00
#SBATCH --requeue
#SBATCH --open-mode=append
#SBATCH --signal=B:TERM@120
set -euo pipefail

if [ $# -lt 3 ] || [ -z "${SLURM_ARRAY_TASK_ID:-}" ]; then
    echo "usage: sbatch --array=1-N shards.sh N FOLDER NAME|FILE [OPTION...]" >&2
    exit 2
fi
shards=$1
folder=$2
shift 2
# exec: the signal before the time is over goes to the program, which then finishes the runs under way and ends with code 5.
exec "${STRAITS:-straits}" run "$@" \
    --shard "$SLURM_ARRAY_TASK_ID/$shards" \
    --threads "${SLURM_CPUS_PER_TASK:-1}" \
    --out "$folder/$SLURM_ARRAY_TASK_ID"

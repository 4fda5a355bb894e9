package straits.supply;

/** Shares out what there is among those who claim it. */
interface AllocationRule {

    /**
     * What each gets: nobody more than its claim, and together all there is or all that is claimed.
     *
     * @param available GPUs to share, 0 or more
     * @param claims GPUs claimed, each 0 or more
     * @param ranks rank of each claim
     */
    long[] share(long available, long[] claims, int[] ranks);
}

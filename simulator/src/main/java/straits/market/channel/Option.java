package straits.market.channel;

/** Something a tenant may choose at a review. */
public interface Option {

    /** Its cost per H100e-hour, over its whole life. */
    double unitUsd();

    /**
     * Takes as much as the outlook still wants.
     *
     * @return whether to look at what is dearer
     */
    boolean take(Outlook outlook);
}

package straits.market.channel;

/** Nothing stands in the way: chips of the tenant's own. */
final class OpenDoor implements Door {

    private final ChipChannel channel;

    OpenDoor(ChipChannel channel) {
        this.channel = channel;
    }

    @Override
    public boolean busy() {
        return false;
    }

    @Override
    public void ordered(ChipOrder order) {
        channel.begin(order);
    }

    @Override
    public void shipped(ChipOrder order) {
        channel.ship(order, order.gpus);
    }

    @Override
    public void ruleChanged() {}
}

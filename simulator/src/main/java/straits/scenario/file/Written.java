package straits.scenario.file;

/**
 * A value of a file as it is written: any text, list or map, for a place that says nothing of what stands there.
 *
 * @param text the value on one line in the notation of the files, fit for {@link Setting#value()}
 */
public record Written(String text) {

    static Written of(Node node) {
        return new Written(FlowText.of(node));
    }

    /** The tree that the text stands for. */
    Node node() {
        Faults none = new Faults();
        Node node = NodeParser.parse("value", text, none);
        if (node == null) {
            throw new IllegalStateException("not a value: " + text + " " + none.sorted());
        }
        return node;
    }
}

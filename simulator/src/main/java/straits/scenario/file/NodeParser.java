package straits.scenario.file;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** YAML text to a tree: one document, no anchors, aliases or tags, no key twice, limited depth. */
final class NodeParser {

    private static final int GREATEST_DEPTH = 50;

    private final String file;
    private final Iterator<Event> events;
    private final Faults faults;

    private NodeParser(String file, String text, Faults faults) {
        this.file = file;
        this.faults = faults;
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        this.events = new Parse(settings).parseString(text).iterator();
    }

    /** The tree of a text, or null if the text is no YAML that can be bound; why is added to the faults. */
    static @Nullable Node parse(String file, String text, Faults faults) {
        try {
            Position unprintable = firstUnprintable(file, text);
            if (unprintable != null) {
                faults.add(unprintable, "", "a control character; only printable text is allowed");
                return null;
            }
            return new NodeParser(file, text, faults).document();
        } catch (Refusal refusal) {
            faults.add(refusal.at, "", refusal.reason);
        } catch (MarkedYamlEngineException e) {
            faults.add(position(file, e.getProblemMark()), "", "not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            faults.add(Position.of(file), "", "not YAML: " + e.getMessage());
        }
        return null;
    }

    private @Nullable Node document() {
        events.next();
        Event first = events.next();
        if (!(first instanceof DocumentStartEvent)) {
            faults.add(Position.of(file), "", "the file is empty");
            return null;
        }
        Node root = node(events.next(), "", 1);
        events.next();
        Event next = events.next();
        if (!(next instanceof StreamEndEvent)) {
            faults.add(start(next), "", "a second document; a file holds one");
        }
        if (root.isAbsent()) {
            faults.add(Position.of(file), "", "the file is empty");
            return null;
        }
        return root;
    }

    private Node node(Event event, String path, int depth) {
        if (depth > GREATEST_DEPTH) {
            throw new Refusal(start(event), "nested deeper than " + GREATEST_DEPTH + " levels");
        }
        if (event instanceof AliasEvent) {
            faults.add(start(event), path, "an alias (*); write the value out");
            return new Node.Refused(start(event));
        }
        refuseAnchorsAndTags((NodeEvent) event, path);
        if (event instanceof ScalarEvent scalar) {
            return new Node.Scalar(start(event), scalar.getValue(), scalar.isPlain());
        }
        return event instanceof MappingStartEvent ? mapping(event, path, depth) : sequence(event, path, depth);
    }

    private Node sequence(Event start, String path, int depth) {
        List<Node> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(node(event, Texts.index(path, items.size()), depth + 1));
        }
        return new Node.Sequence(start(start), items);
    }

    private Node mapping(Event start, String path, int depth) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            Node key = node(event, path, depth + 1);
            String inner = key instanceof Node.Scalar scalar ? Texts.key(path, scalar.text()) : path;
            Node value = node(events.next(), inner, depth + 1);
            if (key instanceof Node.Scalar scalar) {
                add(entries, new Node.Entry(scalar, value), inner);
            } else if (!(key instanceof Node.Refused)) {
                faults.add(key.at(), path, "a key that is " + key.kind() + "; keys are texts");
            }
        }
        return new Node.Mapping(start(start), entries);
    }

    private void add(Map<String, Node.Entry> entries, Node.Entry entry, String path) {
        Node.Entry earlier = entries.putIfAbsent(entry.key().text(), entry);
        if (earlier != null) {
            faults.add(
                    entry.key().at(),
                    path,
                    "this key a second time; first in line "
                            + earlier.key().at().line());
        }
    }

    private void refuseAnchorsAndTags(NodeEvent event, String path) {
        if (event.getAnchor().isPresent()) {
            faults.add(start(event), path, "an anchor (&); write the value out where it is needed");
        }
        Optional<String> tag =
                event instanceof ScalarEvent scalar ? scalar.getTag() : ((CollectionStartEvent) event).getTag();
        if (tag.isPresent()) {
            faults.add(start(event), path, "a tag (" + Texts.shortened(tag.get()) + "); tags are not accepted");
        }
    }

    private Position start(Event event) {
        return position(file, event.getStartMark());
    }

    private static Position position(String file, Optional<Mark> mark) {
        return mark.map(m -> new Position(file, m.getLine() + 1, m.getColumn() + 1))
                .orElse(Position.of(file));
    }

    private static @Nullable Position firstUnprintable(String file, String text) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            int letter = text.codePointAt(i);
            if (!StreamReader.isPrintable(letter)) {
                return new Position(file, line, column);
            }
            line += letter == '\n' ? 1 : 0;
            column = letter == '\n' ? 1 : column + 1;
        }
        return null;
    }

    /** Ends the parse: what follows would only repeat the same fault. */
    private static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Position at;
        private final String reason;

        Refusal(Position at, String reason) {
            super(reason);
            this.at = at;
            this.reason = reason;
        }
    }
}

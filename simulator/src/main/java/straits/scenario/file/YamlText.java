package straits.scenario.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;

/** Builds one YAML document in one style: nothing depends on the length of lines, on locale or on platform. */
final class YamlText {

    private final List<Event> events = new ArrayList<>();

    YamlText() {
        events.add(new StreamStartEvent());
        events.add(new DocumentStartEvent(false, Optional.empty(), Map.of()));
    }

    /** The document; the builder is used up. */
    String text() {
        events.add(new DocumentEndEvent(false));
        events.add(new StreamEndEvent());
        DumpSettings settings = DumpSettings.builder()
                .setBestLineBreak("\n")
                .setSplitLines(false)
                .setIndent(2)
                .setMaxSimpleKeyLength(1024)
                .build();
        return new Present(settings).emitToString(events.iterator());
    }

    /** A number, date, name or quantity, which never needs quotes. */
    void plain(String text) {
        scalar(text, ScalarStyle.PLAIN);
    }

    /** Any text, in quotes where a reader could take it for something else. */
    void text(String text) {
        boolean quotes = text.isEmpty()
                || text.indexOf('\n') >= 0
                || text.equals("null")
                || text.equals("~")
                || ScalarBinder.needsQuotes(text);
        scalar(text, quotes ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.PLAIN);
    }

    /** Any text, in quotes. */
    void quoted(String text) {
        scalar(text, ScalarStyle.DOUBLE_QUOTED);
    }

    /** A text of several lines, the last one ended as well, each on a line of its own. */
    void lines(String text) {
        scalar(text, ScalarStyle.LITERAL);
    }

    private void scalar(String text, ScalarStyle style) {
        events.add(new ScalarEvent(Optional.empty(), Optional.empty(), new ImplicitTuple(true, true), text, style));
    }

    /** A map: keys and values in turn; on one line if flow. */
    void map(boolean flow, Runnable content) {
        events.add(new MappingStartEvent(Optional.empty(), Optional.empty(), true, style(flow)));
        content.run();
        events.add(new MappingEndEvent());
    }

    /** A list, on one line if flow. */
    void list(boolean flow, Runnable content) {
        events.add(new SequenceStartEvent(Optional.empty(), Optional.empty(), true, style(flow)));
        content.run();
        events.add(new SequenceEndEvent());
    }

    private static FlowStyle style(boolean flow) {
        return flow ? FlowStyle.FLOW : FlowStyle.BLOCK;
    }
}

package straits.scenario.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The text of a file, read with a limit and decoded strictly. */
final class FileText {

    private static final int GREATEST_BYTES = 100_000_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private FileText() {}

    /** The text, or null; why is added to the faults. */
    static @Nullable String read(Path path, Faults faults) {
        Position at = Position.of(path.toString());
        if (Files.isDirectory(path)) {
            faults.add(at, "", "a directory, not a file");
            return null;
        }
        if (Files.notExists(path)) {
            faults.add(at, "", "no such file");
            return null;
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(GREATEST_BYTES + 1);
            if (bytes.length > GREATEST_BYTES) {
                faults.add(at, "", "larger than " + GREATEST_BYTES / 1_000_000 + " MB");
                return null;
            }
            return decoded(bytes, at, faults);
        } catch (IOException e) {
            faults.add(at, "", "cannot be read: " + e.getMessage());
            return null;
        }
    }

    private static @Nullable String decoded(byte[] bytes, Position at, Faults faults) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            int line = 1 + (int) text.chars().filter(letter -> letter == '\n').count();
            int column = text.length() - text.lastIndexOf('\n');
            faults.add(new Position(at.file(), line, column), "", "not UTF-8");
            return null;
        }
        return withoutMark(text);
    }

    /** Text without the byte order mark that some editors put before it. */
    static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }
}

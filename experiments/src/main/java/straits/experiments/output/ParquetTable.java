package straits.experiments.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import blue.strategic.parquet.Dehydrator;
import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ParquetReader;
import blue.strategic.parquet.ParquetWriter;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/** A table as Parquet: one optional column per column, by its type; an empty cell is null. */
final class ParquetTable {

    private ParquetTable() {}

    /** Makes the Parquet file from the CSV file of a table. */
    static void write(Table<?> table, Path csv, Path to) throws IOException {
        List<Column> columns = table.columns();
        Dehydrator<CsvRecord> cells = (row, out) -> {
            for (int column = 0; column < columns.size(); column++) {
                String text = row.getField(column);
                if (!text.isEmpty()) {
                    out.write(
                            columns.get(column).name(),
                            value(columns.get(column).type(), text));
                }
            }
        };
        Files.deleteIfExists(to);
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(csv, UTF_8);
                ParquetWriter<CsvRecord> out = ParquetWriter.writeFile(schema(table), to.toFile(), cells)) {
            Iterator<CsvRecord> each = rows.iterator();
            each.next();
            while (each.hasNext()) {
                out.write(each.next());
            }
        }
    }

    private static MessageType schema(Table<?> table) {
        List<Type> columns = new ArrayList<>();
        table.columns().forEach(column -> columns.add(type(column)));
        return new MessageType(table.file().replaceAll("\\.csv$", ""), columns);
    }

    private static PrimitiveType type(Column column) {
        return switch (column.type()) {
            case TEXT ->
                Types.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column.name());
            case INTEGER -> Types.optional(PrimitiveTypeName.INT64).named(column.name());
            case DECIMAL -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
            case DATE ->
                Types.optional(PrimitiveTypeName.INT32)
                        .as(LogicalTypeAnnotation.dateType())
                        .named(column.name());
            case BOOLEAN -> Types.optional(PrimitiveTypeName.BOOLEAN).named(column.name());
        };
    }

    private static Object value(Column.Type type, String text) {
        return switch (type) {
            case TEXT -> text;
            case INTEGER -> Long.valueOf(text);
            case DECIMAL -> Double.valueOf(text);
            case DATE -> (int) LocalDate.parse(text).toEpochDay();
            case BOOLEAN -> Boolean.valueOf(text);
        };
    }

    /** The header of a Parquet file and its rows, as the texts they have in CSV; to be closed. */
    static Stream<List<String>> rows(Path parquet) throws IOException {
        List<Type> columns = ParquetReader.readMetadata(parquet.toFile())
                .getFileMetaData()
                .getSchema()
                .getFields();
        Stream<List<String>> header =
                Stream.of(columns.stream().map(Type::getName).toList());
        Stream<List<String>> rows = ParquetReader.streamContent(parquet.toFile(), new Texts(columns));
        return Stream.concat(header, rows).onClose(rows::close);
    }

    /** Gathers the cells of a row; columns come by name. */
    private static final class Texts implements Hydrator<String[], List<String>, String[]> {

        private final List<Type> columns;
        private final Map<String, Integer> places = new HashMap<>();

        Texts(List<Type> columns) {
            this.columns = columns;
            columns.forEach(column -> places.put(column.getName(), places.size()));
        }

        @Override
        public String[] start() {
            String[] row = new String[columns.size()];
            Arrays.fill(row, "");
            return row;
        }

        @Override
        public String[] add(String[] row, String[] heading, @Nullable Object value) {
            int place = Objects.requireNonNull(places.get(heading[0]));
            row[place] = value == null ? "" : text(columns.get(place), value);
            return row;
        }

        private static String text(Type column, Object value) {
            boolean date = LogicalTypeAnnotation.dateType().equals(column.getLogicalTypeAnnotation());
            return date && value instanceof Integer day
                    ? LocalDate.ofEpochDay(day).toString()
                    : value instanceof Double number ? DecimalText.of(number) : value.toString();
        }

        @Override
        public List<String> finish(String[] row) {
            return List.of(row);
        }
    }
}

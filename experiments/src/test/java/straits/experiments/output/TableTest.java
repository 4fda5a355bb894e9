package straits.experiments.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TableTest {

    private static final Table<String> NAMES = Table.<String>of("names.csv", "name")
            .text("name", "the name", name -> name)
            .integer("length", "characters", "its length", String::length)
            .build();

    @Test
    void codebookHoldsEveryColumnItsOwnToo(@TempDir Path folder) throws Exception {
        FileEntry entry =
                TableFile.writeAll(Disk.PLAIN, folder, ColumnsTable.TABLE, ColumnsTable.lines(List.of(NAMES)));

        assertThat(entry.rows()).isEqualTo(2 + 5);
        assertThat(Files.readString(folder.resolve("columns.csv")))
                .startsWith("""
                        table,column,type,unit,meaning
                        names.csv,name,text,,the name
                        names.csv,length,integer,characters,its length
                        columns.csv,table,text,,file of the table
                        """)
                .contains("columns.csv,unit,text,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Price", "price-usd", "_price", "price_", "price__usd", "1st", "pr\u00e4s", "a b"})
    void columnNamesAreSnakeCase(String name) {
        assertThatThrownBy(() -> new Column(name, Column.Type.TEXT, "", "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("snake_case");
    }

    @Test
    void everyColumnHasAMeaning() {
        assertThatThrownBy(() -> new Column("price", Column.Type.DECIMAL, "USD", " "))
                .hasMessageContaining("price");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fill", "Fill.csv", "../fill.csv", "fill.parquet", ".csv"})
    void fileNamesAreSnakeCase(String file) {
        assertThatThrownBy(() -> Table.of(file, "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTableNeedsAMeaningAndColumnsOfDifferentNames() {
        assertThatThrownBy(() -> Table.of("a.csv", "")).hasMessageContaining("a.csv");
        assertThatThrownBy(() -> Table.of("a.csv", "x").build()).hasMessageContaining("no column");
        Table.Builder<String> builder = Table.<String>of("a.csv", "x").text("b", "b", text -> text);
        assertThatThrownBy(() -> builder.bool("b", "again", String::isEmpty)).hasMessageContaining("two columns \"b\"");
    }

    @Test
    void aFinishedTableIsNotChangedByItsBuilder() {
        Table.Builder<String> builder = Table.<String>of("a.csv", "x").text("b", "b", text -> text);
        Table<String> table = builder.build();
        builder.bool("c", "c", String::isEmpty);

        assertThat(table.columns()).extracting(Column::name).containsExactly("b");
    }

    /** FIPS 180-2, appendix B, and the empty text. */
    @Test
    void publishedHashes() {
        assertThat(Hashes.sha256("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Hashes.sha256(new byte[0]))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}

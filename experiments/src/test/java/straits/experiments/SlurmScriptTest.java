package straits.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script for array jobs, with what Slurm puts into the environment and a program that only says what it was told. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no bash")
final class SlurmScriptTest {

    private static final String SCRIPT = "slurm/shards.sh";

    @TempDir
    Path folder;

    private String said = "";

    private int run(Map<String, String> environment, String... args) throws IOException, InterruptedException {
        Path program = Files.writeString(folder.resolve("program"), "#!/bin/bash\nprintf '<%s>' \"$@\"\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        List<String> command = new ArrayList<>(List.of("bash", SCRIPT));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("SLURM_"));
        builder.environment().put("STRAITS", program.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor();
    }

    @Test
    void aTaskRunsItsShard() throws IOException, InterruptedException {
        Map<String, String> slurm = Map.of("SLURM_ARRAY_TASK_ID", "3", "SLURM_CPUS_PER_TASK", "4");
        assertThat(run(slurm, "20", "my parts", "mine.yaml", "--set", "a=b c")).isZero();
        assertThat(said).isEqualTo("<run><mine.yaml><--set><a=b c><--shard><3/20><--threads><4><--out><my parts/3>");
    }

    @Test
    void outsideOfAnArrayItSaysHowItIsMeant() throws IOException, InterruptedException {
        assertThat(run(Map.of(), "20", "parts", "mine.yaml")).isEqualTo(2);
        assertThat(said).startsWith("usage: sbatch --array=1-N");
        assertThat(run(Map.of("SLURM_ARRAY_TASK_ID", "3"), "20", "parts")).isEqualTo(2);
    }
}

package straits.experiments.cli;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import straits.experiments.api.BadInputException;
import straits.experiments.montecarlo.Shard;
import straits.experiments.output.Manifest;
import straits.experiments.output.ShardFolder;

/** The folders that together hold an experiment, each part once; whatever is in the way of that is told in one go. */
final class Shards {

    private final List<String> faults = new ArrayList<>();
    private final Map<Path, Manifest> manifests = new LinkedHashMap<>();
    private final Map<Integer, Path> byNumber = new TreeMap<>();

    private Shards() {}

    /**
     * The shards in folders, from first to last.
     *
     * @throws BadInputException naming all that is missing, doubled, unfinished, changed or of something else
     */
    static List<ShardFolder> of(List<Path> folders) {
        Shards shards = new Shards();
        folders.forEach(shards::read);
        if (!shards.manifests.isEmpty()) {
            shards.compare();
        }
        if (!shards.faults.isEmpty()) {
            throw new BadInputException(shards.faults);
        }
        return shards.byNumber.values().stream().map(ShardFolder::open).toList();
    }

    private void read(Path folder) {
        if (!Files.exists(folder.resolve(Manifest.FILE))) {
            faults.add(folder + ": holds no finished run, for there is no " + Manifest.FILE
                    + "; straits resume goes on with an unfinished one");
            return;
        }
        try {
            Manifest manifest = Manifest.read(folder);
            manifests.put(folder, manifest);
            faults.addAll(manifest.verify(folder));
        } catch (UncheckedIOException e) {
            faults.add(e.getMessage());
        }
    }

    private void compare() {
        Map.Entry<Path, Manifest> first = manifests.entrySet().iterator().next();
        int of = Shard.parse(first.getValue().shard()).of();
        manifests.forEach((folder, manifest) -> {
            same(folder, "version", manifest.version(), first, first.getValue().version());
            same(folder, "commit", manifest.commit(), first, first.getValue().commit());
            same(
                    folder,
                    "experiment",
                    manifest.experimentHash(),
                    first,
                    first.getValue().experimentHash());
            part(folder, Shard.parse(manifest.shard()), first.getKey(), of);
        });
        List<String> missing = IntStream.rangeClosed(1, of)
                .filter(number -> !byNumber.containsKey(number))
                .mapToObj(number -> number + "/" + of)
                .toList();
        if (of > 1 && !missing.isEmpty()) {
            faults.add("missing: shard " + String.join(", ", missing));
        }
    }

    private void same(Path folder, String what, String found, Map.Entry<Path, Manifest> first, String wanted) {
        if (!found.equals(wanted)) {
            faults.add(folder + ": is of " + what + " " + found + ", and " + first.getKey() + " of " + wanted);
        }
    }

    private void part(Path folder, Shard shard, Path first, int of) {
        if (shard.whole()) {
            faults.add(folder + ": holds a whole experiment, not a shard of one");
        } else if (shard.of() != of) {
            faults.add(folder + ": is shard " + shard + ", and " + first + " one of " + of);
        } else {
            Path other = byNumber.putIfAbsent(shard.number(), folder);
            if (other != null) {
                faults.add(folder + ": is shard " + shard + ", and so is " + other);
            }
        }
    }
}

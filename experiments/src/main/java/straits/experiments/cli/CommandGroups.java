package straits.experiments.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;

/** The commands in the help of the program by what they are for, each with the first sentence of its own help. */
final class CommandGroups implements IHelpSectionRenderer {

    private static final String OTHERS = "Others";

    private static final Map<String, String> GROUPS = groups(
            Map.entry("To begin", "init doctor list show completion"),
            Map.entry("Files", "validate schema regime trace"),
            Map.entry("Runs", "run twin warm-up resume merge"),
            Map.entry("Results", "describe report figures serve explain rerun compare verify"));

    @SafeVarargs
    private static Map<String, String> groups(Map.Entry<String, String>... namesByGroup) {
        Map<String, String> groups = new LinkedHashMap<>();
        for (Map.Entry<String, String> group : namesByGroup) {
            for (String name : group.getValue().split(" ", -1)) {
                groups.put(name, group.getKey());
            }
        }
        return groups;
    }

    @Override
    public String render(Help help) {
        Map<String, CommandLine> commands = help.commandSpec().subcommands();
        List<String> names = new ArrayList<>(GROUPS.keySet());
        names.retainAll(commands.keySet());
        commands.keySet().stream().filter(name -> !names.contains(name)).forEach(names::add);
        StringBuilder text = new StringBuilder();
        String before = "";
        for (String name : names) {
            String group = GROUPS.getOrDefault(name, OTHERS);
            text.append(group.equals(before) ? "" : group + ":\n").append(line(help, name, commands));
            before = group;
        }
        return text.toString();
    }

    private static String line(Help help, String name, Map<String, CommandLine> commands) {
        String about = Objects.requireNonNull(commands.get(name))
                .getCommandSpec()
                .usageMessage()
                .description()[0];
        return "  " + help.colorScheme().commandText(name) + " ".repeat(Math.max(1, 12 - name.length())) + about + "\n";
    }
}

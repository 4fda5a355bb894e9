package straits.extension;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;

/** The extensions on the class path, by name. Immutable. */
public final class Extensions {

    private static final String SLUG = "[a-z0-9][a-z0-9-]*";
    private static final Set<String> BUILT_IN = Set.of("posted", "utilisation", "occupancy");

    private final Map<String, PricePolicyKind> pricePolicies = new TreeMap<>();
    private final Map<String, RuleKind> rules = new TreeMap<>();
    private final Map<String, StrategyKind> strategies = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    /** Those that a class loader finds. */
    Extensions(ClassLoader loader) {
        load(PricePolicyKind.class, pricePolicies, loader);
        load(RuleKind.class, rules, loader);
        load(StrategyKind.class, strategies, loader);
    }

    /** Looked up once: what is on the class path does not change. */
    private static final class Installed {
        private static final Extensions ALL = new Extensions(Extensions.class.getClassLoader());
    }

    /** Those found by {@link ServiceLoader} beside this class. */
    public static Extensions installed() {
        return Installed.ALL;
    }

    private <K extends Kind<?>> void load(Class<K> type, Map<String, K> kinds, ClassLoader loader) {
        Iterator<K> found = ServiceLoader.load(type, loader).iterator();
        while (next(found, type, kinds)) {}
    }

    /** One that cannot be loaded leaves the others alone. */
    private <K extends Kind<?>> boolean next(Iterator<K> found, Class<K> type, Map<String, K> kinds) {
        try {
            if (!found.hasNext()) {
                return false;
            }
            add(found.next(), kinds);
        } catch (ServiceConfigurationError | LinkageError e) {
            problems.add(type.getSimpleName() + ": " + e.getMessage());
        }
        return true;
    }

    private <K extends Kind<?>> void add(K kind, Map<String, K> kinds) {
        String name = kind.name();
        String owner = kind.getClass().getName();
        if (!name.matches(SLUG) || BUILT_IN.contains(name)) {
            problems.add(owner + ": named \"" + name + "\"; must be a slug such as night-rate that is not built in");
        } else if (kinds.containsKey(name)) {
            problems.add(owner + ": named \"" + name + "\" as "
                    + kinds.get(name).getClass().getName() + " is; one of the two must be renamed or left out");
        } else {
            kinds.put(name, kind);
        }
    }

    /** Price policies by name. */
    public Map<String, PricePolicyKind> pricePolicies() {
        return Map.copyOf(pricePolicies);
    }

    /** Kinds of rules by name. */
    public Map<String, RuleKind> rules() {
        return Map.copyOf(rules);
    }

    /** Strategies of anchor tenants by name. */
    public Map<String, StrategyKind> strategies() {
        return Map.copyOf(strategies);
    }

    /** All of them, policies first, then rules and strategies, each in order of name. */
    public List<Kind<?>> all() {
        List<Kind<?>> all = new ArrayList<>(pricePolicies.values());
        all.addAll(rules.values());
        all.addAll(strategies.values());
        return List.copyOf(all);
    }

    /** What stands on the class path and cannot be used, and why; one line each. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /**
     * Makes what an extension of a name makes.
     *
     * @param kinds one of the maps above
     * @throws IllegalArgumentException if there is none of that name, or it finds fault with the parameters; a scenario that was read
     *     has neither
     */
    public static <T> T create(Map<String, ? extends Kind<T>> kinds, String name, Map<String, String> parameters) {
        Kind<T> kind = kinds.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("no extension \"" + name + "\" on the class path");
        }
        Parameters given = Parameters.of(parameters);
        T made = kind.create(given);
        if (!given.faults().isEmpty()) {
            throw new IllegalArgumentException("extension \"" + name + "\": " + new LinkedHashMap<>(given.faults()));
        }
        return made;
    }
}

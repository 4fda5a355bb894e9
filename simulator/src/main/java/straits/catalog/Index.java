package straits.catalog;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Dense ids 0, 1, 2... for slugs, in the order given. */
public final class Index {

    private final List<String> slugs;
    private final Map<String, Integer> ids;

    Index(Collection<String> slugs) {
        this.slugs = List.copyOf(slugs);
        this.ids = new LinkedHashMap<>();
        for (String slug : this.slugs) {
            ids.put(slug, ids.size());
        }
    }

    /** Number of slugs. */
    public int size() {
        return slugs.size();
    }

    /** The slug of an id. */
    public String slug(int id) {
        return slugs.get(id);
    }

    /** All slugs, in order of id. */
    public List<String> slugs() {
        return slugs;
    }

    /**
     * The id of a slug.
     *
     * @throws IllegalArgumentException if there is none: a scenario that passed validation never asks
     */
    public int id(String slug) {
        Integer id = ids.get(slug);
        if (id == null) {
            throw new IllegalArgumentException("unknown key \"" + slug + "\", known: " + slugs);
        }
        return id;
    }
}

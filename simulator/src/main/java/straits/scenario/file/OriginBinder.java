package straits.scenario.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import straits.scenario.Form;
import straits.scenario.Source;
import straits.scenario.Source.Basis;

/** Where a number comes from: inline beside the number, or in the section {@code sources}. */
final class OriginBinder {

    private static final List<String> KINDS = List.of("source", "fact", "derived", "assumption");
    private static final String CHOICES =
            "must be exactly one of source: key, fact: F001, derived: [F001, ...] with reason, assumption: reason";

    /** Reasons become cells of tables, which a spreadsheet would run if they began so. */
    private static final String FORMULA = "=+-@\t\r";

    private final Findings findings;
    private final Map<String, Source> sources;

    OriginBinder(Findings findings, Map<String, Source> sources) {
        this.findings = findings;
        this.sources = sources;
    }

    /** The origin that a map states; its range is left to the caller. */
    Source bind(Node.Mapping mapping, Spot spot) {
        List<Node.Entry> stated = mapping.entries().values().stream()
                .filter(entry -> KINDS.contains(entry.key().text()))
                .toList();
        if (stated.size() != 1) {
            String found = stated.isEmpty() ? "no origin" : "several origins";
            return fault(mapping, spot, "found " + found + "; " + CHOICES);
        }
        String kind = stated.get(0).key().text();
        Node node = stated.get(0).value();
        Spot inner = spot.at(spot.place(), Texts.key(spot.path(), kind));
        String reason = reason(mapping, spot, kind);
        return switch (kind) {
            case "source" -> named(node, inner);
            case "fact" -> source(Basis.FACT, List.of(fact(node, inner)), reason);
            case "derived" -> source(Basis.DERIVED, facts(node, inner), reason);
            default -> source(Basis.ASSUMPTION, List.of(), text(node, inner));
        };
    }

    /** An entry of the section {@code sources}. */
    Source section(Node node, Spot spot) {
        if (!(node instanceof Node.Mapping mapping)) {
            return fault(node, spot, "found " + node.kind() + "; must be a map with fact, derived or assumption");
        }
        refuseUnknownKeys(mapping, spot, false);
        if (mapping.entries().containsKey("source")) {
            return fault(mapping, spot, "found source; an entry of sources does not name another");
        }
        return bind(mapping, spot);
    }

    void refuseUnknownKeys(Node.Mapping mapping, Spot spot, boolean beside) {
        List<String> known = new ArrayList<>(beside ? QuantityBinder.KEYS : List.of());
        known.addAll(KINDS);
        known.add("reason");
        mapping.entries().forEach((key, entry) -> {
            if (!known.contains(key)) {
                findings.faults.add(entry.key().at(), Texts.key(spot.path(), key), Texts.unknown("key", key, known));
            }
        });
    }

    private String reason(Node.Mapping mapping, Spot spot, String kind) {
        Node node = mapping.value("reason");
        boolean own = kind.equals("fact") || kind.equals("derived");
        if (node == null) {
            if (kind.equals("derived")) {
                findings.fault(mapping.at(), spot, "a derived number needs a reason: how it follows from its facts");
            }
            return "";
        }
        if (!own) {
            findings.fault(node.at(), spot, "reason goes with fact or derived, not with " + kind);
        }
        return text(node, spot.at(spot.place(), Texts.key(spot.path(), "reason")));
    }

    private Source named(Node node, Spot spot) {
        String key = text(node, spot);
        Source source = sources.get(key);
        if (source != null || key.isEmpty()) {
            return source == null ? Source.UNSTATED : source;
        }
        return fault(node, spot, Texts.unknown("source", key, sources.keySet()));
    }

    private List<String> facts(Node node, Spot spot) {
        if (!(node instanceof Node.Sequence sequence) || sequence.items().isEmpty()) {
            findings.fault(node.at(), spot, "found " + node.kind() + "; must be a list of facts such as [F001, F002]");
            return List.of();
        }
        List<String> facts = new ArrayList<>();
        for (Node item : sequence.items()) {
            facts.add(fact(item, spot.at(spot.place(), Texts.index(spot.path(), facts.size()))));
        }
        return facts;
    }

    private String fact(Node node, Spot spot) {
        if (node instanceof Node.Scalar scalar && Form.Kind.FACT.matches(scalar.text())) {
            return scalar.text();
        }
        findings.fault(node.at(), spot, "found " + node.kind() + "; must be " + Form.Kind.FACT.meaning());
        return "";
    }

    private String text(Node node, Spot spot) {
        if (!(node instanceof Node.Scalar scalar)
                || node.isAbsent()
                || scalar.text().isBlank()) {
            findings.fault(node.at(), spot, "found " + node.kind() + "; must be a text");
            return "";
        }
        if (!StreamReader.isPrintable(scalar.text())
                || FORMULA.indexOf(scalar.text().charAt(0)) >= 0) {
            String starts = "must be printable text that does not begin as a formula does (= + - @)";
            findings.fault(node.at(), spot, "found " + node.kind() + "; " + starts);
        }
        return scalar.text();
    }

    private Source fault(Node node, Spot spot, String message) {
        findings.fault(node.at(), spot, message);
        return Source.UNSTATED;
    }

    private static Source source(Basis basis, List<String> facts, String reason) {
        return new Source(basis, facts, reason, Double.NaN, Double.NaN);
    }
}

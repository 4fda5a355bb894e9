package straits.scenario.file;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import straits.scenario.Dimension;
import straits.scenario.Quantity;
import straits.scenario.Source;
import straits.scenario.Source.Basis;
import straits.units.SimTime;

/** Numbers with units: as one text, or as a map with the origin of the number. */
final class QuantityBinder {

    private final Findings findings;
    private final OriginBinder origins;

    QuantityBinder(Findings findings, Map<String, Source> sources) {
        this.findings = findings;
        this.origins = new OriginBinder(findings, sources);
    }

    Quantity bind(Node node, Spot spot) {
        if (node instanceof Node.Scalar scalar && !node.isAbsent()) {
            return new Quantity(number(scalar, spot, null).base(), spot.basis());
        }
        if (node instanceof Node.Mapping mapping && mapping.value("value") != null) {
            return stated(mapping, spot);
        }
        return new Quantity(wrong(node, spot).base(), spot.basis());
    }

    /** A number in base units and the unit it was written in. */
    private record Measured(double base, String unit) {

        static final Measured NONE = new Measured(Double.NaN, "");
    }

    private Quantity stated(Node.Mapping mapping, Spot spot) {
        origins.refuseUnknownKeys(mapping, spot, true);
        Measured value = part(mapping, "value", spot, null);
        double low = part(mapping, "low", spot, value.unit()).base();
        double high = part(mapping, "high", spot, value.unit()).base();
        checkRange(mapping, spot, value.base(), low, high);
        Source origin = mapping.entries().size() == 1 ? spot.basis() : origins.bind(mapping, spot);
        if (origin.basis() == Basis.ASSUMPTION && mapping.value("low") == null && mapping.value("high") == null) {
            findings.fault(mapping.at(), spot, "an assumption needs low and high");
        }
        return new Quantity(value.base(), new Source(origin.basis(), origin.facts(), origin.reason(), low, high));
    }

    private Measured part(Node.Mapping mapping, String key, Spot spot, @Nullable String unit) {
        Node node = mapping.value(key);
        if (node == null) {
            return Measured.NONE;
        }
        Spot inner = spot.at(spot.place(), Texts.key(spot.path(), key));
        return node instanceof Node.Scalar scalar && !node.isAbsent()
                ? number(scalar, inner, unit)
                : wrong(node, inner);
    }

    private void checkRange(Node.Mapping mapping, Spot spot, double value, double low, double high) {
        if ((mapping.value("low") == null) != (mapping.value("high") == null)) {
            findings.fault(mapping.at(), spot, "low and high come together");
        } else if (!Double.isNaN(value + low + high) && (value < low || value > high || low > high)) {
            Dimension measured = spot.place().measured();
            findings.fault(
                    mapping.at(),
                    spot,
                    "found value " + Units.text(measured, value) + " with low " + Units.text(measured, low)
                            + " and high " + Units.text(measured, high) + "; must be low <= value <= high");
        }
    }

    private Measured number(Node.Scalar scalar, Spot spot, @Nullable String unitOfValue) {
        Dimension measured = spot.place().measured();
        Optional<Decimals.Cut> cut = Decimals.cut(scalar.text().strip());
        if (cut.isEmpty() || (!scalar.plain() && cut.get().rest().isEmpty())) {
            return wrong(scalar, spot);
        }
        String unit = cut.get().rest().isEmpty() && unitOfValue != null
                ? unitOfValue
                : cut.get().rest();
        if (!Units.known(measured, unit)) {
            return fault(scalar, spot, unknownUnit(scalar.text(), unit, measured));
        }
        double base = Units.toBase(measured, cut.get().number(), unit);
        boolean vanished = vanishes(base, measured) && cut.get().number().signum() != 0;
        boolean whole = measured != Dimension.GPUS || base == Math.rint(base);
        if (!spot.place().range().holds(base) || vanished || !whole) {
            return fault(scalar, spot, "found " + scalar.text() + "; " + allowed(spot, measured, vanished, whole));
        }
        double greatest = Units.greatest(measured);
        if (Math.abs(base) > greatest) {
            String most = "no value here may exceed " + Units.text(measured, greatest);
            return fault(scalar, spot, "found " + Texts.shortened(scalar.text()) + "; " + most);
        }
        return new Measured(base, unit);
    }

    /** A time that rounds to none would be over before the event in which it begins. */
    private static boolean vanishes(double base, Dimension measured) {
        return base == 0 || (measured == Dimension.HOURS && Math.round(base * SimTime.MICROS_PER_HOUR) == 0);
    }

    private static String allowed(Spot spot, Dimension measured, boolean vanished, boolean whole) {
        if (vanished) {
            return measured == Dimension.HOURS
                    ? "too short: time is counted in microseconds"
                    : "too small for a number of this program";
        }
        return whole
                ? spot.place().range().words(value -> Units.text(measured, value))
                : "must be a whole number of GPUs";
    }

    private static String unknownUnit(String text, String unit, Dimension measured) {
        String units = Units.spellings(measured);
        if (measured == Dimension.NUMBER) {
            return "found \"" + Texts.shortened(text) + "\"; must be a number without a unit";
        }
        if (measured == Dimension.FRACTION) {
            return "found \"" + Texts.shortened(text)
                    + "\"; must be a fraction such as 0.35 or a percentage such as 35 %";
        }
        return unit.isEmpty()
                ? "found " + Texts.shortened(text) + " without a unit; units here: " + units
                : Texts.unknown("unit", unit, spellings(measured), "units here: " + units);
    }

    private static Set<String> spellings(Dimension measured) {
        Set<String> spellings = new LinkedHashSet<>();
        Units.allSpellings(measured).forEach(spellings::add);
        spellings.remove("");
        return spellings;
    }

    private Measured wrong(Node node, Spot spot) {
        Dimension measured = spot.place().measured();
        String example = Units.text(measured, 12).strip();
        String found = node instanceof Node.Scalar scalar && scalar.plain() && !node.isAbsent()
                ? Texts.shortened(scalar.text())
                : node.kind();
        boolean quoted = node instanceof Node.Scalar scalar && !scalar.plain();
        String such = measured == Dimension.FRACTION ? "0.35" : example;
        return fault(
                node, spot, "found " + found + (quoted ? " in quotes" : "") + "; must be a number such as " + such);
    }

    private Measured fault(Node node, Spot spot, String message) {
        findings.fault(node.at(), spot, message);
        return Measured.NONE;
    }

    /** The keys of a number written as a map. */
    static final List<String> KEYS = List.of("value", "low", "high");
}

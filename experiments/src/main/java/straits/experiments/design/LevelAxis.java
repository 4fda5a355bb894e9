package straits.experiments.design;

import java.util.List;
import java.util.Optional;
import straits.scenario.file.Amount;
import straits.scenario.file.Setting;

/** Values one by one, each with an equal share of 0 to 1. */
record LevelAxis(String name, List<String> paths, List<String> values, String unit, boolean numeric) implements Axis {

    LevelAxis {
        paths = List.copyOf(paths);
        values = List.copyOf(values);
    }

    static LevelAxis of(String name, List<String> paths, List<String> values) {
        List<Optional<Amount>> amounts = values.stream().map(Amount::of).toList();
        List<String> units = amounts.stream()
                .flatMap(Optional::stream)
                .map(Amount::unit)
                .distinct()
                .toList();
        boolean numeric = amounts.stream().allMatch(Optional::isPresent) && units.size() == 1;
        return new LevelAxis(name, paths, values, numeric ? units.get(0) : "", numeric);
    }

    /** The middle of the share of a value. */
    double at(int value) {
        return (value + 0.5) / values.size();
    }

    @Override
    public String meaning() {
        return name.equals(Factor.REGIME) ? "key of the regime" : "value of " + String.join(", ", paths);
    }

    @Override
    public String text(double u) {
        return values.get(Math.min((int) (u * values.size()), values.size() - 1));
    }

    @Override
    public double number(double u) {
        return numeric ? Amount.of(text(u)).map(Amount::number).orElse(Double.NaN) : Double.NaN;
    }

    @Override
    public List<Setting> settings(double u) {
        return paths.stream().map(path -> new Setting(path, text(u))).toList();
    }
}

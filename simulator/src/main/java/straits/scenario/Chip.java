package straits.scenario;

import static straits.scenario.Dimension.H100E_PER_GPU;
import static straits.scenario.Dimension.KILOWATTS;
import static straits.scenario.Form.Kind.SLUG;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A chip model.
 *
 * @param generation hopper, blackwell and the like: a label
 * @param tpp total processing performance per GPU
 * @param h100eTraining training performance per GPU relative to an H100
 * @param h100eInference inference performance per GPU relative to an H100
 * @param itPower critical IT power per GPU, all-in
 * @param purchasePrice price per GPU, all-in; for reports
 * @param firstDate first volume date; for reports
 */
public record Chip(
        @Meaning("label of the generation") @Form(SLUG) String generation,

        @Meaning("total processing performance per GPU, for export rules") @In(Dimension.TPP) @Within(high = 1e9)
        Quantity tpp,

        @Meaning("training performance per GPU relative to an H100") @In(H100E_PER_GPU) @Within(open = true)
        Quantity h100eTraining,

        @Meaning("inference performance per GPU relative to an H100") @In(H100E_PER_GPU) @Within(open = true)
        Quantity h100eInference,

        @Meaning("critical IT power per GPU, all-in") @In(KILOWATTS) @Within
        Quantity itPower,

        @Meaning("purchase price per GPU, all-in") @In(Dimension.USD) @Within @Nullable
        Quantity purchasePrice,

        @Meaning("first volume date") @Nullable LocalDate firstDate) {

    /** Performance per GPU relative to an H100 for a workload. */
    public double h100e(Workload workload) {
        return workload == Workload.TRAINING ? h100eTraining.value() : h100eInference.value();
    }
}

package straits.scenario;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers in messages: rounded to be read, not to be computed with. */
final class Words {

    private static final MathContext READABLE = new MathContext(12);

    private Words() {}

    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "no number";
        }
        BigDecimal rounded = new BigDecimal(value).round(READABLE);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}

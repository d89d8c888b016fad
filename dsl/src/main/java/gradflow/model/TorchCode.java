package gradflow.model;

import gradflow.internal.check.Numerals;
import gradflow.internal.kernel.Mat;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A Python expression for a tensor of float64, and which functions of ours it calls. Parentheses stand where Python would
 * otherwise compute in another order than we do.
 */
public final class TorchCode {
    private static final int LONGEST_LINE = 60;

    /** What holds an expression together, the weakest first. */
    private enum Bond {
        SUM,
        PRODUCT,
        CALL
    }

    private final String text;
    private final Bond bond;
    private final Set<TorchFunction> functions;

    private TorchCode(String text, Bond bond, Set<TorchFunction> functions) {
        this.text = text;
        this.bond = bond;
        this.functions = Collections.unmodifiableSet(functions);
    }

    /** {@return a call, as {@code torch.eye(4)}, made float64} */
    static TorchCode widened(String call) {
        return new TorchCode(call + ".double()", Bond.CALL, EnumSet.noneOf(TorchFunction.class));
    }

    /** {@return a product that is written out} */
    static TorchCode product(String text) {
        return new TorchCode(text, Bond.PRODUCT, EnumSet.noneOf(TorchFunction.class));
    }

    /** {@return a call of one of our functions} */
    static TorchCode call(TorchFunction function, String arguments) {
        return new TorchCode(function.call(arguments), Bond.CALL, EnumSet.of(function));
    }

    /** {@return {@code torch.randn(rows, columns)}, made float64} */
    static TorchCode randn(int rows, int columns) {
        return widened("torch.randn(" + rows + ", " + columns + ")");
    }

    /** {@return n zeros} */
    public static TorchCode zeros(int n) {
        return widened("torch.zeros(" + n + ")");
    }

    /** {@return a literal in ASCII} */
    static String string(String text) {
        return text.codePoints()
                .mapToObj(c -> c == '"' || c == '\\'
                        ? "\\" + (char) c
                        : c >= ' ' && c <= '~' ? String.valueOf((char) c) : String.format(Locale.ROOT, "\\U%08x", c))
                .collect(Collectors.joining("", "\"", "\""));
    }

    /** {@return these numbers as a list, as {@code [1, 0.5]}} */
    private static String list(double... numbers) {
        return Arrays.stream(numbers).mapToObj(Numerals::plain).collect(Collectors.joining(", ", "[", "]"));
    }

    /** {@return these numbers as a tensor} */
    public static TorchCode vector(double... numbers) {
        return tensor(list(numbers));
    }

    /** {@return the entries, where they are many a row a line} */
    static TorchCode matrix(Mat matrix) {
        var rows = Arrays.stream(matrix.toRows()).map(TorchCode::list).toList();
        String line = String.join(", ", rows);
        return tensor(
                rows.size() == 1 || line.length() <= LONGEST_LINE
                        ? "[" + line + "]"
                        : rows.stream().collect(Collectors.joining(",\n    ", "[\n    ", ",\n]")));
    }

    private static TorchCode tensor(String entries) {
        return new TorchCode(
                "torch.tensor(" + entries + ", dtype=torch.float64)", Bond.CALL, EnumSet.noneOf(TorchFunction.class));
    }

    /** {@return this + other; this is evaluated, and so drawn, first} */
    TorchCode plus(TorchCode other) {
        String right = other.bond == Bond.SUM ? other.enclosed() : other.text;
        return new TorchCode(text + " + " + right, Bond.SUM, both(other.functions));
    }

    /** {@return k · this} */
    TorchCode times(double k) {
        return k == 1 ? this : new TorchCode(Numerals.plain(k) + " * " + operand(), Bond.PRODUCT, functions);
    }

    /** {@return this and a number given to one of our functions} */
    TorchCode passedTo(TorchFunction function, double argument) {
        return new TorchCode(
                function.call(text + ", " + Numerals.plain(argument)), Bond.CALL, both(EnumSet.of(function)));
    }

    /** {@return this with a method or an index behind it, as {@code .requires_grad_()} or {@code [0]}} */
    public TorchCode then(String suffix) {
        return new TorchCode(operand() + suffix, Bond.CALL, functions);
    }

    /** {@return this given to a function of PyTorch, as {@code nn.Parameter}} */
    public TorchCode in(String function) {
        return new TorchCode(function + "(" + text + ")", Bond.CALL, functions);
    }

    private String operand() {
        return bond == Bond.CALL ? text : enclosed();
    }

    private String enclosed() {
        return "(" + text + ")";
    }

    private Set<TorchFunction> both(Set<TorchFunction> others) {
        Set<TorchFunction> all = EnumSet.noneOf(TorchFunction.class);
        all.addAll(functions);
        all.addAll(others);
        return all;
    }

    /** {@return the functions that it calls} */
    public Set<TorchFunction> functions() {
        return functions;
    }

    /** {@return the expression} */
    @Override
    public String toString() {
        return text;
    }
}

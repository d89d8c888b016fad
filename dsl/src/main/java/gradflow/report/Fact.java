package gradflow.report;

/**
 * One named value that stands above the table.
 *
 * @param name for example ρ(W_hh)
 * @param value the value
 * @param format how a real number is written
 */
public record Fact(String name, Cell value, Format format) {

    /** {@return a fact with a real number} */
    public static Fact of(String name, double value, Format format) {
        return new Fact(name, Cell.real(value), format);
    }

    /** {@return a fact with a count} */
    public static Fact of(String name, long value) {
        return new Fact(name, Cell.whole(value), Format.significant(6));
    }

    /** {@return a fact with words} */
    public static Fact of(String name, String value) {
        return new Fact(name, Cell.text(value), Format.significant(6));
    }
}

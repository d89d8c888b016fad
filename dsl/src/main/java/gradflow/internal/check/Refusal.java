package gradflow.internal.check;

/**
 * A value that was refused, said in three lines: what is wrong with which value, the expression it stands in, and what
 * to try instead.
 *
 * <pre>{@code
 * hidden(n): n must be at least 1, but was 0
 *   in:  rnn().hidden(0)
 *   try: hidden(1), the scalar case
 * }</pre>
 */
public final class Refusal extends IllegalArgumentException {
    private final String what;
    private final String where;
    private final String remedy;

    /**
     * @param what what is wrong with which value, as {@code word(argument): rule, but was value}
     * @param where the expression that the value stands in, as a person would type it
     * @param remedy something that can be typed instead
     */
    public Refusal(String what, String where, String remedy) {
        super(what + "\n  in:  " + where + "\n  try: " + remedy);
        this.what = what;
        this.where = where;
        this.remedy = remedy;
    }

    /**
     * {@return the same refusal, from the same place, which says at which of many points it came}
     *
     * @param point for example {@code n = 0, point 1 of 5}
     */
    public Refusal at(String point) {
        Refusal there = new Refusal(what + " (at " + point + ")", where, remedy);
        there.setStackTrace(getStackTrace());
        return there;
    }
}

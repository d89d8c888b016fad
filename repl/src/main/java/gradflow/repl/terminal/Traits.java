package gradflow.repl.terminal;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a terminal says of itself when it is asked, as far as a picture needs it.
 *
 * @param cell how many pixels a character has
 * @param dark whether its ground is dark
 * @param sixel whether it shows sixels
 */
record Traits(Optional<Cell> cell, Optional<Boolean> dark, boolean sixel) {
    /** What all terminals answer, and that comes last: DA1, what it can do. */
    private static final Pattern ABILITIES = Pattern.compile("\033\\[\\?([\\d;]*)c");

    private static final Pattern CELL = Pattern.compile("\033\\[6;(\\d{1,4});(\\d{1,4})t");
    private static final Pattern WINDOW = Pattern.compile("\033\\[4;(\\d{1,5});(\\d{1,5})t");
    private static final Pattern GROUND =
            Pattern.compile("\033]11;rgba?:(\\p{XDigit}+)/(\\p{XDigit}+)/(\\p{XDigit}+)[^\007\033]*(?:\007|\033\\\\)");
    private static final String SIXEL = "4";
    private static final int HEXADECIMAL = 16;

    /** The size of a character in pixels. */
    record Cell(int width, int height) {

        /** {@return that of a window of so many pixels, columns and rows, if that is known} */
        static Optional<Cell> of(int width, int height, int columns, int rows) {
            boolean known = columns > 0 && rows > 0 && width >= columns && height >= rows;
            return known ? Optional.of(new Cell(width / columns, height / rows)) : Optional.empty();
        }
    }

    /** {@return the questions that are answered by what {@link #of} reads} */
    static String questions() {
        return "\033]11;?\033\\" + "\033[16t" + "\033[14t" + "\033[c";
    }

    /** {@return whether an answer is complete} */
    static boolean isComplete(CharSequence answer) {
        return ABILITIES.matcher(answer).find();
    }

    /** {@return what was typed meanwhile: what is no answer} */
    static String besides(String answer) {
        String rest = answer;
        for (Pattern known : new Pattern[] {ABILITIES, CELL, WINDOW, GROUND}) {
            rest = known.matcher(rest).replaceAll("");
        }
        return rest;
    }

    /**
     * {@return what an answer says}
     *
     * @param columns of the terminal; some know the size of the window alone
     * @param rows likewise
     */
    static Traits of(String answer, int columns, int rows) {
        Optional<Cell> cell = first(CELL, answer)
                .flatMap(found -> Cell.of(number(found, 2), number(found, 1), 1, 1))
                .or(() -> first(WINDOW, answer)
                        .flatMap(found -> Cell.of(number(found, 2), number(found, 1), columns, rows)));
        Optional<Boolean> dark = first(GROUND, answer).map(Traits::isDark);
        boolean sixel = first(ABILITIES, answer)
                .filter(found ->
                        Pattern.compile(";").splitAsStream(found.group(1)).anyMatch(SIXEL::equals))
                .isPresent();
        return new Traits(cell, dark, sixel);
    }

    /** {@return this, with a size of characters if it says none itself} */
    Traits or(Optional<Cell> known) {
        return cell.isPresent() ? this : new Traits(known, dark, sixel);
    }

    private static Optional<MatchResult> first(Pattern pattern, String answer) {
        return pattern.matcher(answer).results().findFirst();
    }

    private static int number(MatchResult found, int group) {
        return Integer.parseInt(found.group(group));
    }

    /** By the luminance that television gives the three colours, which have one to four digits each. */
    private static boolean isDark(MatchResult colour) {
        return 0.299 * part(colour.group(1)) + 0.587 * part(colour.group(2)) + 0.114 * part(colour.group(3)) < 0.5;
    }

    private static double part(String digits) {
        return Long.parseLong(digits, HEXADECIMAL) / (Math.pow(HEXADECIMAL, digits.length()) - 1);
    }
}

package gradflow.repl.script;

import gradflow.repl.engine.Piece;
import java.util.Set;

/**
 * A piece of a script and what it is.
 *
 * @param piece as it stands in the script
 * @param kind what it is
 * @param name what it declares, or empty
 * @param type of the variable, as it is written; or {@code void} for a method that returns nothing; or empty
 * @param code what is compiled, without the modifiers that a script needn't write and a last semicolon
 * @param offset of the code in the piece
 * @param words names that it may use
 * @param own of these, names of variables that are its own wherever they stand in it
 */
record Part(
        Piece piece, Kind kind, String name, String type, String code, int offset, Set<String> words, Set<String> own) {
    enum Kind {
        /** A semicolon. */
        NOTHING,
        IMPORT,
        TYPE,
        METHOD,
        /** Its code is the initial value, if it has one. */
        VARIABLE,
        STATEMENT,
        /** To a variable by its name, which shows nothing. */
        ASSIGNMENT,
        EXPRESSION
    }

    boolean is(Kind one) {
        return kind == one;
    }

    /** {@return whether something happens when it is evaluated, other than that a name is declared} */
    boolean runs() {
        return kind == Kind.STATEMENT
                || kind == Kind.EXPRESSION
                || kind == Kind.ASSIGNMENT
                || (kind == Kind.VARIABLE && !code.isEmpty());
    }

    /** {@return whether its type has yet to be found out} */
    boolean isInferred() {
        return kind == Kind.VARIABLE && type.equals("var");
    }

    /** {@return its first line in the script, from 1, where its code begins} */
    int line() {
        return piece.line()
                + (int) piece.source()
                        .substring(0, offset)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }
}

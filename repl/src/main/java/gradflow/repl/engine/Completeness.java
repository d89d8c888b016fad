package gradflow.repl.engine;

/** Whether a text can be evaluated as it stands. */
public enum Completeness {
    /** Blank, or comments alone. */
    EMPTY,
    /** It can. */
    COMPLETE,
    /** More has to follow: an open bracket, an operator at the end. */
    INCOMPLETE,
    /** More is expected, as after {@code if (x)}, but a semicolon would end it as well. */
    EXPECTS_MORE,
    /** It isn't Java; evaluating it tells why. */
    INVALID
}

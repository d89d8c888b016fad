package gradflow.notes;

import gradflow.repl.engine.Outcome;

/**
 * How a piece of code failed.
 *
 * @param kind what {@code fails=} calls it: compile, timeout or the name of an exception
 * @param message what is said about it
 */
record Failure(String kind, String message) {
    static final String COMPILE = "compile";
    static final String TIMEOUT = "timeout";
    private static final String NAME = "[\\p{L}_$][\\w$]*";

    static Failure of(Outcome outcome, String message) {
        if (outcome instanceof Outcome.Thrown thrown) {
            // A class without a name, or with one that fails= can't hold, is called by what it extends.
            Class<?> type = thrown.thrown().getClass();
            while (!type.getSimpleName().matches(NAME)) {
                type = type.getSuperclass();
            }
            return new Failure(type.getSimpleName(), message);
        }
        return new Failure(outcome instanceof Outcome.Rejected ? COMPILE : TIMEOUT, message);
    }
}

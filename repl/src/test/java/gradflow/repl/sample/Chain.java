package gradflow.repl.sample;

import gradflow.internal.check.Refusal;

/** A small fluent class that refuses bad values as the DSL does. */
public final class Chain {
    private final String text;

    private Chain(String text) {
        this.text = text;
    }

    public static Chain chain() {
        return new Chain("chain()");
    }

    public Chain hidden(int n) {
        if (n < 1) {
            throw new Refusal(
                    "hidden(n): n must be at least 1, but was " + n, text + ".hidden(" + n + ")", "hidden(1)");
        }
        return new Chain(text + ".hidden(" + n + ")");
    }

    public Chain tanh() {
        return new Chain(text + ".tanh()");
    }

    @Override
    public String toString() {
        return text;
    }
}

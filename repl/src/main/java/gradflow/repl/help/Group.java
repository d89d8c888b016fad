package gradflow.repl.help;

import java.util.Set;

/** What the words of a type are for, in the order of a sentence. */
public enum Group {
    /** How large the network is. */
    SIZES("sizes"),
    /** The matrices and vectors that it has. */
    WEIGHTS("weights"),
    /** What stands between the sum and the state. */
    ACTIVATION("activation"),
    /** What it reads. */
    INPUT("input"),
    /** Seeds, names and habits. */
    SETTING("setting"),
    /** What gives an answer, or leads to one. */
    ASK("ask"),
    /** The forms of an answer. */
    FORM("form");

    private static final Set<String> SIZE_WORDS = Set.of("hidden", "input");
    private static final Set<String> WEIGHT_WORDS =
            Set.of("whh", "wxh", "bias", "h0", "c0", "wih", "bih", "bhh", "forgetBias", "chrono", "load");
    private static final Set<String> ACTIVATION_WORDS =
            Set.of("tanh", "relu", "sigmoid", "linear", "leakyRelu", "activation", "residual", "leaky");
    private static final Set<String> FORM_WORDS = Set.of(
            "report",
            "all",
            "markdown",
            "latex",
            "csv",
            "json",
            "html",
            "plot",
            "svg",
            "png",
            "tex",
            "text",
            "pytorch");

    private final String title;

    Group(String title) {
        this.title = title;
    }

    /** {@return its name for a person} */
    public String title() {
        return title;
    }

    static Group of(Entry entry) {
        if (FORM_WORDS.contains(entry.name())) {
            return FORM;
        }
        if (!entry.returns().equals(entry.owner())) {
            return ASK;
        }
        if (SIZE_WORDS.contains(entry.name())) {
            return SIZES;
        }
        if (WEIGHT_WORDS.contains(entry.name())) {
            return WEIGHTS;
        }
        if (ACTIVATION_WORDS.contains(entry.name())) {
            return ACTIVATION;
        }
        return entry.name().equals("inputs") ? INPUT : SETTING;
    }
}

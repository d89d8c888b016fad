package gradflow.repl.terminal;

import org.jspecify.annotations.Nullable;

/** What a person has chosen for the prompt, and may choose anew. */
final class Preferences {
    private Theme theme;
    private boolean vi;
    private @Nullable EntryReader reader;

    Preferences(Theme theme) {
        this.theme = theme;
    }

    Theme theme() {
        return theme;
    }

    void theme(Theme chosen) {
        theme = chosen;
    }

    boolean vi() {
        return vi;
    }

    void vi(boolean chosen) {
        vi = chosen;
        if (reader != null) {
            reader.keys(chosen);
        }
    }

    void govern(EntryReader governed) {
        reader = governed;
        governed.keys(vi);
    }
}

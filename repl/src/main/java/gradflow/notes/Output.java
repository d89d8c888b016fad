package gradflow.notes;

import gradflow.report.plot.Plot;
import java.util.Optional;

/**
 * What a value looks like in a note.
 *
 * @param text as it is written
 * @param exact the same with all digits, which is what a note is compared with
 * @param kind where it may stand
 * @param picture what a figure shows, as SVG
 * @param latex the same for LaTeX, where that isn't the text as it is
 * @param plot that is drawn, in whichever form
 */
record Output(
        String text, String exact, Kind kind, Optional<String> picture, Optional<String> latex, Optional<Plot> plot) {

    /** Where an output may stand. */
    enum Kind {
        /** In the code, as a comment. */
        LINE,
        /** Below the code, in a fence. */
        TEXT,
        /** Below the code, as it is. */
        MARKDOWN
    }

    static Output line(String text, String exact) {
        return new Output(text, exact, Kind.LINE, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Output text(String text, String exact) {
        return new Output(text, exact, Kind.TEXT, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Output markdown(String text, String exact) {
        return new Output(text, exact, Kind.MARKDOWN, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** {@return this, with what it is in LaTeX} */
    Output latex(String tex) {
        return new Output(text, exact, kind, picture, Optional.of(tex), plot);
    }

    /** {@return this, as a drawing of a plot} */
    Output drawing(Plot drawn) {
        return new Output(text, exact, kind, picture, latex, Optional.of(drawn));
    }

    /** {@return this below the code, whatever it is} */
    Output below() {
        return kind == Kind.LINE ? text(text, exact) : this;
    }
}

package gradflow.report;

import gradflow.report.text.Wrap;
import java.util.List;

/**
 * A column: its head, in the field's signs, and the one format that its numbers share. Text stands to the left, numbers
 * are aligned on the decimal point.
 *
 * @param head for example ‖∂L/∂h_t‖
 * @param format of the real numbers in it
 * @param room what becomes of words that are too long
 */
public record Column(String head, Format format, Room room) {

    /** What becomes of words for which a terminal is too narrow. */
    public enum Room {
        /** They are cut short, and end in …. */
        CUT {
            @Override
            List<String> lines(String text, int width) {
                return List.of(text);
            }
        },
        /** They go on below, broken at spaces. */
        PROSE {
            @Override
            List<String> lines(String text, int width) {
                return Wrap.words(text, width);
            }
        },
        /** They go on below, broken where Java may be, so that they can be copied. */
        CODE {
            @Override
            List<String> lines(String text, int width) {
                return Wrap.chain(text, width);
            }
        };

        abstract List<String> lines(String text, int width);
    }

    /** {@return a column of words that are to be typed, and are never cut short} */
    public static Column typed(String head) {
        return new Column(head, Format.significant(6), Room.CODE);
    }

    /** {@return a column of sentences, which are never cut short} */
    public static Column prose(String head) {
        return new Column(head, Format.significant(6), Room.PROSE);
    }

    /** {@return a column of real numbers} */
    public static Column of(String head, Format format) {
        return new Column(head, format, Room.CUT);
    }

    /** {@return a column of words, counts or indices} */
    public static Column of(String head) {
        return new Column(head, Format.significant(6), Room.CUT);
    }

    boolean isCut() {
        return room == Room.CUT;
    }
}

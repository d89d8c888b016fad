package gradflow.notes;

/** A command line or a file that can't be worked with; the message is for a person. */
public final class Refused extends Exception {
    Refused(String message) {
        super(message);
    }
}

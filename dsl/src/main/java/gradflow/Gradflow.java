package gradflow;

/** The static words a person types first. */
public final class Gradflow {
    private Gradflow() {}
}

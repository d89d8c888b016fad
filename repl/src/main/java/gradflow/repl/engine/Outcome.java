package gradflow.repl.engine;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of one piece of Java. */
public sealed interface Outcome {

    /**
     * An expression gave a value.
     *
     * @param name the variable that holds it: {@code $1}, or the name that was typed
     * @param value the object itself, not a text of it
     * @param silenced whether the source ended in a semicolon
     */
    record Value(String name, @Nullable Object value, boolean silenced) implements Outcome {}

    /**
     * A variable was declared or assigned to.
     *
     * @param name of the variable
     * @param type as Java writes it
     * @param value the object that it holds
     */
    record Variable(String name, String type, @Nullable Object value) implements Outcome {}

    /**
     * One declaration declared several variables.
     *
     * @param variables in order
     */
    record Variables(List<Variable> variables) implements Outcome {}

    /**
     * A method, class, record, enum, interface or import was declared.
     *
     * @param what for example {@code method double twice(double)}
     * @param missing names that it uses and that nothing declares yet
     */
    record Declared(String what, List<String> missing) implements Outcome {}

    /** A statement ran, or there was nothing to do. */
    record Done() implements Outcome {}

    /**
     * It does not compile.
     *
     * @param problems at least one, in order
     */
    record Rejected(List<Problem> problems) implements Outcome {}

    /**
     * It threw.
     *
     * @param thrown the throwable itself
     * @param line line in the source that was evaluated, from 1, or 0 where it isn't known
     * @param frames the person's own frames, innermost first
     * @param callee name of the method or class that the innermost of these frames had called, or empty
     */
    record Thrown(Throwable thrown, int line, List<Frame> frames, String callee) implements Outcome {}

    /**
     * It was stopped.
     *
     * @param abandoned whether it goes on in the background, since it could not be stopped
     * @param kept the value or the variables that it had come to all the same, as a sweep has the points that it got to
     */
    record Interrupted(boolean abandoned, Optional<Outcome> kept) implements Outcome {}

    /** {@return what there is to show and to go on with: of something stopped, what it kept, if anything} */
    default Outcome had() {
        return this instanceof Interrupted interrupted ? interrupted.kept().orElse(this) : this;
    }

    /**
     * A compile error.
     *
     * @param start offset of its first character in the source
     * @param end offset after its last character
     * @param message without javac's noise, one line
     */
    record Problem(int start, int end, String message) {}

    /**
     * A frame of the person's own code.
     *
     * @param source the id of the piece that was evaluated
     * @param line line in it, from 1
     * @param method name of the method, empty at the top level
     */
    record Frame(String source, int line, String method) {}
}

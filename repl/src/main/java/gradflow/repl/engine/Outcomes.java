package gradflow.repl.engine;

import java.util.List;
import java.util.Optional;
import jdk.jshell.EvalException;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Kind;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/** Tells from JShell's events, and from how the run ended, what came of a snippet. */
final class Outcomes {
    private final Session session;
    private final String text;
    private final int lead;
    private final String id;

    /**
     * @param text what was typed
     * @param lead how many characters of it come before the snippet
     */
    Outcomes(Session session, String text, int lead, String id) {
        this.session = session;
        this.text = text;
        this.lead = lead;
        this.id = id;
    }

    Outcome of(List<SnippetEvent> events) {
        // Events with a cause are about other snippets, which this one made valid or replaced.
        List<SnippetEvent> own =
                events.stream().filter(event -> event.causeSnippet() == null).toList();
        for (SnippetEvent event : own) {
            if (event.status() == Status.REJECTED) {
                return new Outcome.Rejected(Problems.of(session.shell().diagnostics(event.snippet()), text, lead));
            }
        }
        // JShell reports a stopped snippet as valid, with no value and no exception.
        if (session.execution().ended() instanceof Ended.Cut cut) {
            return new Outcome.Interrupted(cut.abandoned(), Optional.empty());
        }
        Outcome outcome = unlessStopped(own);
        return session.execution().ended() instanceof Ended.Kept
                ? new Outcome.Interrupted(false, Optional.of(outcome))
                : outcome;
    }

    private Outcome unlessStopped(List<SnippetEvent> own) {
        for (SnippetEvent event : own) {
            if (event.exception() != null) {
                return thrown(event.exception());
            }
        }
        if (session.execution().ended() instanceof Ended.Threw threw) {
            return new Outcome.Thrown(threw.thrown(), 0, List.of(), "");
        }
        if (own.size() > 1) {
            return new Outcome.Variables(own.stream()
                    .map(event -> variable((VarSnippet) event.snippet()))
                    .toList());
        }
        return own.isEmpty() ? new Outcome.Done() : single(own.get(0));
    }

    private Outcome single(SnippetEvent event) {
        Snippet snippet = event.snippet();
        if (Declarations.isUnresolved(event.status())) {
            return new Outcome.Declared(Declarations.what(snippet), Declarations.missing(session.shell(), snippet));
        }
        if (snippet instanceof VarSnippet variable) {
            // From Java 22 on, `int _ = f()` runs f and declares nothing.
            if (variable.name().isEmpty()) {
                return new Outcome.Done();
            }
            return variable.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND
                    ? new Outcome.Value(variable.name(), session.value(variable), silenced())
                    : variable(variable);
        }
        if (snippet instanceof ExpressionSnippet expression) {
            return expression.subKind() == SubKind.ASSIGNMENT_SUBKIND
                    ? new Outcome.Variable(expression.name(), expression.typeName(), returned())
                    : new Outcome.Value(expression.name(), returned(), silenced());
        }
        return snippet.kind() == Kind.STATEMENT
                ? new Outcome.Done()
                : new Outcome.Declared(Declarations.what(snippet), List.of());
    }

    private Outcome.Variable variable(VarSnippet variable) {
        return new Outcome.Variable(variable.name(), variable.typeName(), session.value(variable));
    }

    private @Nullable Object returned() {
        Ended ended = session.execution().ended();
        return ended instanceof Ended.Kept kept
                ? kept.value()
                : ended instanceof Ended.Returned end ? end.value() : null;
    }

    private boolean silenced() {
        return JavaText.endsInSemicolon(text);
    }

    private Outcome thrown(JShellException exception) {
        StackTraceElement[] trace = exception.getStackTrace();
        List<Outcome.Frame> frames = Frames.own(trace, session.skippedLines());
        int line = frames.stream()
                .filter(frame -> frame.source().equals(id))
                .findFirst()
                .map(Outcome.Frame::line)
                .orElse(0);
        return new Outcome.Thrown(throwable(exception), line, frames, Frames.callee(trace));
    }

    private Throwable throwable(JShellException exception) {
        if (exception instanceof UnresolvedReferenceException unresolved) {
            Snippet snippet = unresolved.getSnippet();
            return new MissingNames(Declarations.what(snippet), Declarations.missing(session.shell(), snippet));
        }
        return exception instanceof EvalException && session.execution().ended() instanceof Ended.Threw threw
                ? threw.thrown()
                : exception;
    }
}

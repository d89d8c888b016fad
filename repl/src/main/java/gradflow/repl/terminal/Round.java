package gradflow.repl.terminal;

import gradflow.repl.completion.KnownNames;
import gradflow.repl.engine.Engine;
import gradflow.repl.engine.Outcome;
import gradflow.repl.engine.Piece;
import gradflow.repl.session.Log;
import gradflow.repl.session.Values;
import gradflow.repl.session.Wording;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Evaluates entries, piece by piece, and shows the answers. */
final class Round {
    private final Supplier<Engine> engine;
    private final Chain chain;
    private final CtrlC ctrlC;
    private final Log log;
    private final Values values;
    private final KnownNames names;
    private final Answers answers;
    private final Screen screen;

    Round(
            Supplier<Engine> engine,
            Chain chain,
            CtrlC ctrlC,
            Log log,
            Values values,
            KnownNames names,
            Answers answers,
            Screen screen) {
        this.engine = engine;
        this.chain = chain;
        this.ctrlC = ctrlC;
        this.log = log;
        this.values = values;
        this.names = names;
        this.answers = answers;
        this.screen = screen;
    }

    /** {@return the entry, with the one that it goes on with, if any} */
    String whole(String entry) {
        return chain.whole(entry);
    }

    /** Something that was declared is no more. */
    void forget() {
        names.learn(engine.get().names());
    }

    /** {@return whether all ran} Evaluates up to the first piece that fails. */
    boolean answer(String entry) {
        boolean link = chain.isContinuedBy(entry);
        if (Chain.isLink(entry) && !link) {
            screen.error(chain.whyNot());
            return false;
        }
        String whole = whole(entry);
        List<Piece> pieces = engine.get().split(Values.parseable(whole));
        if (link) {
            screen.aside(Shortened.toOneLine(source(pieces.get(0), whole), screen.width() - 1));
        }
        ctrlC.begin();
        for (int i = 0; i < pieces.size(); i++) {
            if (ctrlC.wasMissed()) {
                answers.stopped();
                sayWhatIsLeft(pieces.size() - i);
                return false;
            }
            if (!evaluate(source(pieces.get(i), whole), link && i == 0, false)) {
                sayWhatIsLeft(pieces.size() - i - 1);
                return false;
            }
        }
        return true;
    }

    /** {@return whether a piece ran, of which nothing is shown unless it fails} */
    boolean repeat(String source) {
        return evaluate(source, false, true);
    }

    private static String source(Piece piece, String whole) {
        return whole.substring(piece.offset(), piece.offset() + piece.source().length());
    }

    /** {@return whether it ran} */
    private boolean evaluate(String source, boolean link, boolean silent) {
        Optional<String> refusal = values.refusal(source);
        if (refusal.isPresent()) {
            screen.error("error: " + refusal.get());
            return false;
        }
        Engine java = engine.get();
        Wording wording = values.wording(source);
        String number = log.add(source);
        Outcome outcome = ctrlC.stopping(java::stop, () -> java.eval(wording.java(), number));
        Outcome had = outcome.had();
        boolean ran = !(had instanceof Outcome.Rejected
                || had instanceof Outcome.Thrown
                || had instanceof Outcome.Interrupted);
        if (ran) {
            log.ran(wording.java(), had, link ? chain.before() : "");
        }
        chain.learn(wording.java(), had, link);
        if (!ran || !silent) {
            answers.show(had, wording);
        }
        boolean stoppedWithAValue = had != outcome;
        if (stoppedWithAValue) {
            answers.stopped();
        }
        values.learn(number, had, wording.java()).forEach(java::free);
        if (had instanceof Outcome.Value value && value.value() == System.out) {
            // What printf returns is in nobody's way.
            boolean unused = java.drop(value.name());
        }
        forgetLost(java);
        names.learn(had, java.names());
        return ran && !stoppedWithAValue;
    }

    private void forgetLost(Engine java) {
        List<String> lost = java.lost();
        lost.forEach(values::drop);
        lost.forEach(log::drop);
        if (!lost.isEmpty()) {
            screen.aside(String.join(", ", lost) + (lost.size() == 1 ? " is gone: it" : " are gone: they")
                    + " held something of the type that was replaced");
        }
    }

    private void sayWhatIsLeft(int pieces) {
        if (pieces > 0) {
            screen.aside("what follows it was not run");
        }
    }
}

package gradflow.repl.terminal;

import gradflow.repl.engine.Engine;
import gradflow.repl.engine.Outcome;
import gradflow.repl.engine.Piece;
import java.util.List;
import java.util.function.Supplier;

/** Evaluates entries, piece by piece, and shows the answers. */
final class Round {
    private final Supplier<Engine> engine;
    private final Chain chain;
    private final CtrlC ctrlC;
    private final Log log;
    private final Answers answers;
    private final Screen screen;

    Round(Supplier<Engine> engine, Chain chain, CtrlC ctrlC, Log log, Answers answers, Screen screen) {
        this.engine = engine;
        this.chain = chain;
        this.ctrlC = ctrlC;
        this.log = log;
        this.answers = answers;
        this.screen = screen;
    }

    /** {@return the entry, with the one that it goes on with, if any} */
    String whole(String entry) {
        return chain.whole(entry);
    }

    /** Evaluates up to the first piece that fails. */
    void answer(String entry) {
        boolean link = chain.isContinuedBy(entry);
        if (Chain.isLink(entry) && !link) {
            screen.error(chain.whyNot());
            return;
        }
        List<Piece> pieces = engine.get().split(whole(entry));
        if (link) {
            screen.aside(Shortened.toOneLine(pieces.get(0).source(), screen.width() - 1));
        }
        for (int i = 0; i < pieces.size(); i++) {
            if (!evaluate(pieces.get(i).source(), link && i == 0)) {
                sayWhatIsLeft(pieces.size() - i - 1);
                return;
            }
        }
    }

    /** {@return whether it ran} */
    private boolean evaluate(String source, boolean link) {
        Engine java = engine.get();
        String number = log.add(source);
        Outcome outcome = ctrlC.stopping(java::stop, () -> java.eval(source, number));
        boolean ran = !(outcome instanceof Outcome.Rejected
                || outcome instanceof Outcome.Thrown
                || outcome instanceof Outcome.Interrupted);
        if (ran) {
            log.ran(source, link ? chain.before() : "");
        }
        chain.learn(source, outcome, link);
        answers.show(outcome, source);
        return ran;
    }

    private void sayWhatIsLeft(int pieces) {
        if (pieces > 0) {
            screen.aside("what follows it was not run");
        }
    }
}

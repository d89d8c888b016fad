package gradflow.notes;

import gradflow.repl.display.CodeErrors;
import gradflow.repl.engine.Engine;
import gradflow.repl.engine.Outcome;
import gradflow.repl.engine.Unresolved;
import java.util.ArrayList;
import java.util.List;

/** Runs the parts of one note in their order. */
final class NoteRunner {
    private final Note note;
    private final CodeErrors errors;
    private final Console console = new Console();
    private final Dependants dependants;
    private final Deadline deadline = new Deadline();

    NoteRunner(Note note) {
        this.note = note;
        errors = new CodeErrors(note.text().source());
        dependants = new Dependants(note.text());
    }

    List<Ran> run() {
        List<Ran> all = new ArrayList<>();
        try (deadline;
                Sessions sessions = new Sessions(console.stream())) {
            for (Part part : note.parts()) {
                all.add(run(part, sessions));
            }
            sessions.all().forEach(engine -> finish(engine, all));
        }
        return all;
    }

    private Ran run(Part part, Sessions sessions) {
        console.begin();
        if (part instanceof Part.Setup setup) {
            return run(part, setup.code(), BlockOptions.USUAL, sessions.named(setup.session()));
        }
        if (part instanceof Part.Inline inline) {
            return run(part, inline.code(), inline.options(), sessions.named(""));
        }
        Part.Block block = (Part.Block) part;
        BlockOptions options = block.options();
        if (!options.runs()) {
            return Ran.skipped(part);
        }
        Engine engine = sessions.named(options.session());
        if (options.has("reset")) {
            engine.reset();
        }
        return run(part, block.code(), options, engine);
    }

    private Ran run(Part part, Part.Code code, BlockOptions options, Engine engine) {
        return new BlockRun(note.text(), part, code, options, engine, console, errors, dependants, deadline).run();
    }

    /**
     * A declaration may use what comes later, but not what never comes. One that misses nothing was right until a later block
     * declared anew what it uses.
     */
    private void finish(Engine engine, List<Ran> all) {
        for (Unresolved unresolved : engine.unresolved()) {
            if (unresolved.missing().isEmpty()) {
                continue;
            }
            int at = all.size() - 1;
            all.set(at, all.get(at).with(new Finding(Finding.Kind.FAILED, errors.unresolved(unresolved))));
        }
    }

    static boolean isFailure(Outcome outcome) {
        return outcome instanceof Outcome.Rejected
                || outcome instanceof Outcome.Thrown
                || outcome instanceof Outcome.Interrupted;
    }
}

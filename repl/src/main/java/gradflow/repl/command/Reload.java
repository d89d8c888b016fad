package gradflow.repl.command;

import gradflow.repl.session.Replay;
import java.util.List;

/** Begins anew and runs the session again. */
record Reload() implements Command {
    private static final String RESTORE = "-restore";
    private static final String QUIET = "-quiet";

    @Override
    public String name() {
        return "/reload";
    }

    @Override
    public String purpose() {
        return "begin anew and run the session again";
    }

    @Override
    public String usage() {
        return "/reload [-restore] [-quiet]";
    }

    @Override
    public String more() {
        return """
                Runs what counts of the session in an engine that knows nothing. -restore runs what there was before the
                last /reset or /reload, or in the last session; -quiet doesn't list it.""";
    }

    @Override
    public List<String> arguments(Surroundings prompt, List<String> before) {
        return List.of(RESTORE, QUIET);
    }

    @Override
    public String run(Surroundings prompt, String argument) {
        List<String> words = Words.of(argument);
        for (String word : words) {
            if (!arguments(prompt, words).contains(word)) {
                return "/reload: what is " + word + "? " + usage()
                        + (word.endsWith("-path") ? "; the class path is that of /env -class-path lib.jar" : "");
            }
        }
        boolean restore = words.contains(RESTORE);
        List<String> script = restore ? prompt.previous() : Replay.of(prompt.entries());
        if (script.isEmpty()) {
            return restore ? "/reload: there is no earlier session to restore" : "/reload: nothing has run yet";
        }
        prompt.reset();
        return prompt.replay(script, words.contains(QUIET));
    }
}

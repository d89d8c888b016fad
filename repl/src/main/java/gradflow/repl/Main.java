package gradflow.repl;

import gradflow.notes.NotesProgram;
import gradflow.repl.display.AsciiOnly;
import gradflow.repl.display.Experiment;
import gradflow.repl.display.ValueText;
import gradflow.repl.engine.Engine;
import gradflow.repl.engine.EngineOptions;
import gradflow.repl.script.BySnippet;
import gradflow.repl.script.Evaluator;
import gradflow.repl.script.WholeScript;
import gradflow.repl.terminal.Prompt;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;

/** The program. */
public final class Main {
    /** A system property for whoever doubts that a script compiled as a whole does the same. */
    private static final String BY_SNIPPET = "gradflow.bySnippet";

    private static final int WRONG_USAGE = 2;

    private static final String HELP = """
            gradflow                      the prompt; or a script, if standard input is not a terminal
            gradflow file.jsh [args…]     runs a script; it sees args as String[] args
            gradflow - [args…]            runs a script from standard input
            gradflow -e 'code' [args…]    runs a line
            gradflow notes.md [args…]     runs the Java of lecture notes as a script
            gradflow check notes.md…      runs lecture notes, and checks what they say; check --help tells more
            gradflow weave notes.md…      writes the outputs into lecture notes; weave --help tells more
            gradflow --help, --version

            Before these, for the prompt (each also as a variable, GRADFLOW_KEYS=vi), --ascii for scripts too:
              --color auto|always|never     auto heeds NO_COLOR and FORCE_COLOR
              --theme both|dark|light       colours for any background, or for one
              --keys emacs|vi
              --plain                       for screen readers: no bars, colours or hints
              --ascii                       rho for ρ, ||dL/dh_t|| for ‖∂L/∂h_t‖; so it is in a locale
                                            that names no UTF-8, as LC_ALL=C does

            Exit codes: 0 well; 1 the script threw or does not compile; 2 wrong usage;
            System.exit(n) in a script gives n.""";

    private Main() {}

    /** Runs what the arguments ask for and ends the program. */
    public static void main(String[] arguments) {
        int code = run(List.of(arguments));
        System.out.flush();
        System.exit(code);
    }

    /** {@return the exit code of what the arguments ask for} */
    static int run(List<String> arguments) {
        Settings settings = Settings.of(arguments);
        boolean ascii = isAscii(settings);
        System.setErr(ResultStream.errors(ascii));
        // The launcher asks the system. System.console() answers another question, a different one on each Java.
        return settings.wrong().isEmpty()
                ? run(Options.of(settings.rest(), Boolean.getBoolean("gradflow.tty")), settings, ascii)
                : refuse(settings.wrong());
    }

    private static int run(Options options, Settings settings, boolean ascii) {
        if (options instanceof Options.Prompt) {
            return hasJShell() ? prompt(settings) : WRONG_USAGE;
        }
        System.setOut(ResultStream.text(ascii));
        if (options instanceof Options.Help) {
            System.out.println(HELP);
            return 0;
        }
        if (options instanceof Options.Version) {
            System.out.println("gradflow " + version() + ", Java " + Runtime.version());
            return 0;
        }
        if (options instanceof Options.Notes notes) {
            NotesProgram program = new NotesProgram(System.out, System.err);
            if (!hasJShell()) {
                return WRONG_USAGE;
            }
            return notes.check() ? program.check(notes.arguments()) : program.weave(notes.arguments());
        }
        if (options instanceof Options.Wrong wrong) {
            return refuse(wrong.why() + "\ngradflow --help tells what there is");
        }
        try {
            Script script = script(options);
            return hasJShell() ? run(script, ascii) : WRONG_USAGE;
        } catch (Script.Unreadable e) {
            return refuse(String.valueOf(e.getMessage()));
        }
    }

    private static int prompt(Settings settings) {
        // The prompt shows at once; by the time a line has been typed, the engine is there.
        FutureTask<Engine> engine = new FutureTask<>(() -> Engine.start(EngineOptions.atPrompt()));
        Thread starter = new Thread(engine, "engine");
        starter.setDaemon(true);
        starter.start();
        return Prompt.run(engine, settings.chosen());
    }

    private static Script script(Options options) throws Script.Unreadable {
        if (options instanceof Options.File file) {
            return Script.file(file.path(), file.arguments());
        }
        return options instanceof Options.Line line
                ? new Script("-e", line.code(), line.arguments())
                : Script.input(((Options.Input) options).arguments());
    }

    private static int run(Script script, boolean ascii) {
        if (script.text().contains("unroll")) {
            Experiment.begin();
        }
        ValueText values = new ValueText(ScriptRunner.WIDTH, ascii);
        Optional<Evaluator> whole = Boolean.getBoolean(BY_SNIPPET)
                ? Optional.empty()
                : WholeScript.compile(script.text(), script.arguments());
        if (whole.isPresent()) {
            return new ScriptRunner(whole.get(), script, values, System.out, System.err).run();
        }
        try (Engine engine = Engine.start()) {
            Evaluator bySnippet = new BySnippet(engine, script.text(), script.arguments());
            return new ScriptRunner(bySnippet, script, values, System.out, System.err).run();
        }
    }

    private static boolean isAscii(Settings settings) {
        return AsciiOnly.isAsked(
                name -> Optional.ofNullable(settings.chosen().getOrDefault(name, System.getenv(name))));
    }

    private static boolean hasJShell() {
        boolean there = ModuleLayer.boot().findModule("jdk.jshell").isPresent();
        if (!there) {
            System.err.println("gradflow: a JDK is needed, 17 or newer; " + System.getProperty("java.home")
                    + " is a runtime without jdk.jshell");
        }
        return there;
    }

    private static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    private static int refuse(String why) {
        System.err.println("gradflow: " + why);
        return WRONG_USAGE;
    }
}

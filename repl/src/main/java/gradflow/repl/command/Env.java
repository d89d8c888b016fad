package gradflow.repl.command;

import gradflow.repl.session.Replay;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Shows what snippets run with, and adds to their class path. */
record Env() implements Command {
    private static final String CLASS_PATH = "-class-path";
    private static final String PREVIEW = "--enable-preview";
    private static final List<String> AT_THE_START =
            List.of("--module-path", "--add-modules", "--add-exports", PREVIEW);

    private static final long MEGA = 1L << 20;

    @Override
    public String name() {
        return "/env";
    }

    @Override
    public String purpose() {
        return "class path and Java: /env -class-path lib.jar";
    }

    @Override
    public String usage() {
        return "/env [-class-path path]";
    }

    @Override
    public String more() {
        return """
                A class path stands beside what the program brings, and takes the place of the one that was set before. The
                session is run again with it. Modules (--module-path, --add-modules, --add-exports, --enable-preview) and other
                options of the JVM are chosen at the start: GRADFLOW_JAVA_OPTS.""";
    }

    @Override
    public List<String> arguments(Surroundings prompt, List<String> before) {
        return List.of(CLASS_PATH);
    }

    @Override
    public String run(Surroundings prompt, String argument) {
        List<String> words = Words.of(argument.replaceFirst("^--class-path", CLASS_PATH));
        if (words.isEmpty()) {
            return shown(prompt);
        }
        String option = words.get(0).replaceFirst("^-(?=\\w)", "--");
        if (AT_THE_START.contains(option)) {
            String rest = words.size() > 1 ? " " + words.get(1) : option.equals(PREVIEW) ? "" : " …";
            return "/env: modules are chosen at the start, since snippets run in this program: GRADFLOW_JAVA_OPTS='"
                    + option + rest + "' scripts/gradflow, and then /reload -restore";
        }
        if (!words.get(0).equals(CLASS_PATH) || words.size() != 2) {
            return "/env: what is " + argument + "? " + usage();
        }
        List<Path> paths = new ArrayList<>();
        for (String one : words.get(1).split(File.pathSeparator, -1)) {
            try {
                Path path = TypedPath.of(one);
                if (!Files.exists(path)) {
                    return "/env: " + one + ": no such file or folder";
                }
                paths.add(path.toAbsolutePath());
            } catch (InvalidPathException e) {
                return TypedPath.failure("/env", one, e);
            }
        }
        List<String> script = Replay.of(prompt.entries());
        prompt.engine().classPath(paths);
        prompt.reset();
        return script.isEmpty() ? "the class path has " + words.get(1) : prompt.replay(script, true);
    }

    private static String shown(Surroundings prompt) {
        List<String> lines = new ArrayList<>();
        List<Path> added = prompt.engine().classPath();
        lines.add("class path  gradflow's own" + (added.isEmpty() ? "" : ", and"));
        added.forEach(path -> lines.add("            " + path));
        lines.add("Java        " + Runtime.version() + ", " + System.getProperty("java.home"));
        lines.add("memory      " + Runtime.getRuntime().maxMemory() / MEGA + " MB at most");
        lines.add("processors  " + Runtime.getRuntime().availableProcessors());
        lines.add("folder      " + Path.of("").toAbsolutePath());
        String options = System.getenv("GRADFLOW_JAVA_OPTS");
        lines.add("options     " + (options == null || options.isBlank() ? "none (GRADFLOW_JAVA_OPTS)" : options));
        return String.join("\n", lines);
    }
}

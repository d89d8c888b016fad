package gradflow.repl.terminal;

import java.util.List;
import java.util.Map;

/** What IPython calls with a percent sign before the name. */
final class Magics {
    private static final Map<String, String> COMMANDS = Map.ofEntries(
            Map.entry("time", "/time"),
            Map.entry("timeit", "/time"),
            Map.entry("prun", "/time"),
            Map.entry("paste", "/paste"),
            Map.entry("cpaste", "/paste"),
            Map.entry("history", "/history"),
            Map.entry("hist", "/history"),
            Map.entry("who", "/vars"),
            Map.entry("whos", "/vars"),
            Map.entry("who_ls", "/vars"),
            Map.entry("run", "/open"),
            Map.entry("load", "/open"),
            Map.entry("save", "/save"),
            Map.entry("notebook", "/export"),
            Map.entry("edit", "/edit"),
            Map.entry("ed", "/edit"),
            Map.entry("rerun", "/!"),
            Map.entry("recall", "/!"),
            Map.entry("reset", "/reset"),
            Map.entry("xdel", "/drop"),
            Map.entry("del", "/drop"),
            Map.entry("precision", "/set digits"),
            Map.entry("config", "/set"),
            Map.entry("env", "/env"),
            Map.entry("page", "/show"),
            Map.entry("pinfo", "/help"),
            Map.entry("pinfo2", "/help"),
            Map.entry("pdoc", "/help"),
            Map.entry("pdef", "/help"),
            Map.entry("psource", "/help"),
            Map.entry("tb", "/explain"),
            Map.entry("debug", "/explain"),
            Map.entry("quickref", "/help"),
            Map.entry("magic", "/help"),
            Map.entry("lsmagic", "/help"));

    /** What there is instead of a magic that no command answers. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("matplotlib", "an answer draws itself: .plot(); /set images on shows it as an image"),
            Map.entry("pylab", "an answer draws itself: .plot(); /set images on shows it as an image"),
            Map.entry("pip", "/env -class-path lib.jar adds a library of Java"),
            Map.entry("conda", "/env -class-path lib.jar adds a library of Java"),
            Map.entry("load_ext", "/env -class-path lib.jar adds a library of Java"),
            Map.entry("autoreload", "/open runs a file again, /reload the session"),
            Map.entry("system", "!ls runs a command of the shell"),
            Map.entry("sx", "!ls runs a command of the shell"),
            Map.entry("sh", "!ls runs a command of the shell"),
            Map.entry("bash", "!ls runs a command of the shell"),
            Map.entry("macro", "declare a method, or /open a file of lines"),
            Map.entry("alias", "declare a method, or /open a file of lines"),
            Map.entry("xmode", "/explain tells more of the last error"),
            Map.entry("pdb", "/explain tells more of the last error"),
            Map.entry("colors", "/set theme chooses the colours"),
            Map.entry("store", "/save and /open keep a session, /reload -restore has the last"),
            Map.entry("bookmark", "/save and /open keep a session, /reload -restore has the last"),
            Map.entry("logstart", "the history is kept by itself; /save -history has it in a file"),
            Map.entry("writefile", "/copy csv f.csv and /save f.jsh write files"),
            Map.entry("capture", "var x = … keeps a value, and a ; at the end keeps it quiet"),
            Map.entry("doctest_mode", "what is pasted may have its prompts"),
            Map.entry("psearch", "?*Norm* finds words"));

    private Magics() {}

    /** {@return those that a command answers, each with its sign} */
    static List<String> names() {
        return COMMANDS.keySet().stream().map(name -> "%" + name).sorted().toList();
    }

    /** {@return what is done, or said, about one and what stands behind it} */
    static Foreign of(String name, String rest) {
        String command = COMMANDS.get(name);
        if (command == null) {
            return new Foreign(
                    ELSEWHERE.getOrDefault(name, "there is no %" + name + " here; /help lists the commands"), "");
        }
        // Options of the magic mean nothing to the command.
        String words = rest.replaceFirst("^(?:-\\w+\\s*\\d*(?:\\s+|$))+", "");
        String line = (command + " " + (name.equals("save") ? fileLast(words) : words)).strip();
        return new Foreign("here: " + line.lines().findFirst().orElse(""), line);
    }

    /** IPython names the file first. */
    private static String fileLast(String words) {
        return words.replaceFirst("^(\\S+)\\s+(\\S.*)$", "$2 $1");
    }
}

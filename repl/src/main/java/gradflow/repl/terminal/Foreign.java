package gradflow.repl.terminal;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people type who come from IPython, Python or a shell, which Java never is, and what it is called here.
 *
 * @param here what it is called here, to be said, or empty
 * @param entry what is done in its place, a command or Java, or empty
 */
record Foreign(String here, String entry) {
    private static final Map<String, String> MAGICS = Map.ofEntries(
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

    private static final Pattern MAGIC = Pattern.compile("%{1,2}(\\w+)\\s*(?s:(.*))");
    /** A blank before the question mark would make it the beginning of a choice, a ? b : c. */
    private static final Pattern ASKED = Pattern.compile("([\\p{L}\\w.]+(?:\\(\\))?)\\?{1,2}");

    private static final Pattern SHELL = Pattern.compile("!\\s*([a-z][\\w-]*+)(?![(.]).*");
    private static final Pattern CELL = Pattern.compile("(In|Out)(?:\\s*\\[\\s*(\\d*)\\s*])?");
    private static final Pattern PRINT = Pattern.compile("print\\s*\\((.+)\\)");
    private static final Pattern PYTHON_HELP =
            Pattern.compile("(?:help|dir|type)\\(\\s*['\"]?([\\w.]*)['\"]?\\s*\\)|help|dir\\(\\)");

    /**
     * {@return what to do about an entry of another prompt; nothing if it is none}
     *
     * @param isKnown whether a name means something here
     */
    static Optional<Foreign> of(String entry, Predicate<String> isKnown) {
        Matcher magic = MAGIC.matcher(entry);
        if (magic.matches()) {
            return Optional.of(magic(magic.group(1), magic.group(2).strip()));
        }
        if (entry.startsWith("??")) {
            return Optional.of(new Foreign("", "/help " + entry.substring(2)));
        }
        Matcher asked = ASKED.matcher(entry);
        if (asked.matches()) {
            return Optional.of(new Foreign("", "/help " + asked.group(1)));
        }
        Matcher shell = SHELL.matcher(entry);
        if (shell.matches() && !isKnown.test(shell.group(1))) {
            return Optional.of(new Foreign("", entry));
        }
        return cell(entry, isKnown).or(() -> python(entry, isKnown));
    }

    private static Foreign magic(String name, String rest) {
        String command = MAGICS.get(name);
        if (command == null) {
            return new Foreign("there is no %" + name + " here; /help lists the commands", "");
        }
        // Options of the magic mean nothing to the command.
        String line = (command + " " + rest.replaceFirst("^(?:-\\w+\\s*\\d*\\s+)+", "")).strip();
        return new Foreign("here: " + line.lines().findFirst().orElse(""), line);
    }

    private static Optional<Foreign> cell(String entry, Predicate<String> isKnown) {
        Matcher cell = CELL.matcher(entry);
        if (!cell.matches() || isKnown.test(cell.group(1))) {
            return Optional.empty();
        }
        boolean in = cell.group(1).equals("In");
        String number = cell.group(2) == null || cell.group(2).isEmpty() ? "" : cell.group(2);
        String here = in
                ? "here: /list" + (number.isEmpty() ? "" : " " + number) + ", and /" + (number.isEmpty() ? "3" : number)
                        + " runs it again"
                : "here: _" + (number.isEmpty() ? "3 is the value of entry 3, and /vars has them all" : number);
        return Optional.of(new Foreign(here, in ? ("/list " + number).strip() : number.isEmpty() ? "" : "_" + number));
    }

    private static Optional<Foreign> python(String entry, Predicate<String> isKnown) {
        Matcher print = PRINT.matcher(entry);
        if (print.matches() && !isKnown.test("print")) {
            return Optional.of(new Foreign(
                    "here: an expression alone shows what it is, System.out.println(" + print.group(1) + ") prints it",
                    print.group(1)));
        }
        Matcher help = PYTHON_HELP.matcher(entry);
        if (!help.matches() || isKnown.test(entry.replaceFirst("\\(.*", ""))) {
            return Optional.empty();
        }
        String word = help.group(1) == null ? "" : help.group(1);
        return Optional.of(
                word.isEmpty() ? new Foreign("here: /help", "/help") : new Foreign("here: ?" + word, "/help " + word));
    }
}

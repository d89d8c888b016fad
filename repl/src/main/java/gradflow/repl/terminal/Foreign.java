package gradflow.repl.terminal;

import gradflow.repl.typing.JavaLexer;
import gradflow.repl.typing.OpenCall;
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
    private static final String FOLDER =
            "the folder stays that of the start; begin in another one, or write whole paths";

    /** Programs that IPython runs without a sign before them. */
    private static final Pattern PROGRAM =
            Pattern.compile("%?(ls|ll|pwd|cat|less|more|man|mkdir|rmdir|cp|mv|rm|clear)(?:\\s+([^\\s=(.;].*))?");

    /** Magics that people type without their sign. */
    private static final Pattern BARE = Pattern.compile(
            "(who|whos|who_ls|hist|history|time|timeit|run|paste|cpaste|lsmagic|quickref)(?:\\s+([^\\s=(.;].*))?");

    private static final Pattern GO = Pattern.compile("[!%]?\\s*cd(?:\\s+[^\\s=(;]*)?");
    private static final Pattern EARLIER = Pattern.compile("_{2,3}|_i(\\d*)|_ii+|_[io]h|_dh");
    private static final Pattern MAGIC = Pattern.compile("%{1,2}(\\w+)\\s*(?s:(.*))");
    /** A blank before the question mark would make it the beginning of a choice, a ? b : c. */
    private static final Pattern ASKED = Pattern.compile("([\\p{L}\\w.*]+(?:\\(\\))?)\\?{1,2}");

    private static final Pattern SHELL = Pattern.compile("!\\s*([a-z][\\w-]*+)(?![(.]).*");
    private static final Pattern CELL = Pattern.compile("(In|Out)(?:\\s*\\[\\s*(\\d*)\\s*])?");
    private static final Pattern PRINT = Pattern.compile("(?:print|println)\\s*\\((.+)\\)");
    private static final Pattern PYTHON_HELP =
            Pattern.compile("(?:help|dir|type)\\(\\s*['\"]?([\\w.]*)['\"]?\\s*\\)|help|dir\\(\\)");

    /**
     * {@return what to do about an entry of another prompt; nothing if it is none}
     *
     * @param isKnown whether a name means something here
     */
    static Optional<Foreign> of(String entry, Predicate<String> isKnown) {
        Optional<Foreign> bare = bare(entry, isKnown);
        if (bare.isPresent()) {
            return bare;
        }
        Matcher magic = MAGIC.matcher(entry);
        if (magic.matches()) {
            return Optional.of(Magics.of(magic.group(1), magic.group(2).strip()));
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

    /** {@return what a word of a shell or of IPython means that stands alone, or before words that can't be Java} */
    private static Optional<Foreign> bare(String entry, Predicate<String> isKnown) {
        boolean signed = entry.startsWith("%") || entry.startsWith("!");
        if (GO.matcher(entry).matches() && (signed || !isKnown.test("cd"))) {
            return Optional.of(new Foreign(FOLDER, ""));
        }
        Matcher program = PROGRAM.matcher(entry);
        if (program.matches() && (signed || !isKnown.test(program.group(1)))) {
            String command = "!" + entry.replaceFirst("^%", "").replaceFirst("^ll\\b", "ls -l");
            return Optional.of(new Foreign("here: " + command, command));
        }
        Matcher magic = BARE.matcher(entry);
        if (magic.matches() && !isKnown.test(magic.group(1))) {
            return Optional.of(Magics.of(magic.group(1), magic.group(2) == null ? "" : magic.group(2)));
        }
        Matcher earlier = EARLIER.matcher(entry);
        if (earlier.matches() && !isKnown.test(entry)) {
            return Optional.of(earlier(entry, earlier.group(1)));
        }
        return Optional.empty();
    }

    private static Foreign earlier(String entry, String number) {
        if (number != null && !number.isEmpty()) {
            return new Foreign("here: /list " + number + ", and /" + number + " runs it again", "/list " + number);
        }
        return entry.startsWith("_i")
                ? new Foreign("here: /list, and /3 runs entry 3 again", "/list")
                : new Foreign("here: _ is the last value, _3 that of entry 3; /list has the numbers", "");
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
            return Optional.of(print(print.group(1)));
        }
        Matcher help = PYTHON_HELP.matcher(entry);
        if (!help.matches() || isKnown.test(entry.replaceFirst("\\(.*", ""))) {
            return Optional.empty();
        }
        String word = help.group(1) == null ? "" : help.group(1);
        return Optional.of(
                word.isEmpty() ? new Foreign("here: /help", "/help") : new Foreign("here: ?" + word, "/help " + word));
    }

    /** {@return what Python's print is here} Of several values Java prints one. */
    private static Foreign print(String arguments) {
        boolean several = JavaLexer.tokens(arguments).stream().anyMatch(token -> token.is(",", arguments))
                && OpenCall.at("print(" + arguments)
                        .filter(call -> call.argument() > 0)
                        .isPresent();
        return several
                ? new Foreign("here: System.out.println(a + \" \" + b), or each expression alone", "")
                : new Foreign(
                        "here: an expression alone shows what it is, System.out.println(" + arguments + ") prints it",
                        arguments);
    }
}

package gradflow.repl.command;

import gradflow.repl.engine.VariableInfo;
import gradflow.repl.help.HelpIndex;
import gradflow.repl.help.Page;
import gradflow.repl.help.Pages;
import gradflow.repl.session.Entry;
import gradflow.report.text.Wrap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows lines to try, the commands and the keys, on one screen of a small terminal. */
record Help() implements Command {
    private static final String INDENT = "  ";
    private static final String TRY = """
            try
              rnn().hidden(4).whh(identity(0.5))
                .unroll(20).gradNorms()
              var net = rnn().whh(orthogonal())
              net.unroll(50).jacobians()
              net.spectrum()

            """;

    /** Whoever comes for the first time needs the first two. No line is too long for a terminal of forty columns. */
    private static final String COMMANDS = """
            ?whh ?gradNorms ?spectral radius
            /tour          the first five minutes
            /explain       more on error or verdict
            /show /compare a value whole; two
            /list /vars /methods /types /imports
            /history /time how long it takes
            /! /3 /edit    run again, change
            /copy /export  hand on value, session
            /save /open /paste
            /set           digits, images, colours
            /drop /reset /reload /env /exit
            /help /copy    tells more of one
            """;

    private static final String KEYS = """
            Tab lists what fits, /help keys has all
            Ctrl-C stops; a ; at the end is quiet
            _ the last value, _3 that of entry 3
            .word on a new line goes on; !ls
            """;

    /** All of them, which is more than a screen has room for at a first look. */
    private static final String ALL_KEYS = """
            Tab            lists what fits; arrows
                           choose, Enter takes
            Up Down        earlier entries that
                           begin so; lines of one
            Right End      the rest of an earlier
            Alt-F          entry; its next word
            Ctrl-R         search in them
            Alt-Enter      a new line
            Ctrl-X Ctrl-E  in your editor, also F2
            Shift-Tab v    var … = the entry
            Shift-Tab m    a method of it
            Shift-Tab i    import what is missing
            \\rho Tab       ρ; so \\nabla, \\sigma …
            Ctrl-_         undo
            Ctrl-W Ctrl-Y  cut a word, paste it
            Ctrl-L         clear the screen
            Ctrl-C         stop, or begin anew
            Ctrl-Z         suspend, fg goes on
            Ctrl-D         leave
            /set keys vi   vi's keys for Emacs's
            """;

    /** What jshell has pages on, and the command that tells of it here. */
    private static final Map<String, String> SUBJECTS = Map.of(
            "intro", "tour",
            "id", "!",
            "rerun", "!",
            "context", "env",
            "feedback", "set",
            "mode", "set",
            "prompt", "set",
            "truncation", "set",
            "editor", "set",
            "start", "set");

    @Override
    public String name() {
        return "/help";
    }

    @Override
    public String purpose() {
        return "this page; /help word as ?word";
    }

    @Override
    public String usage() {
        return "/help [word|/command]";
    }

    @Override
    public List<String> arguments(Surroundings prompt, List<String> before) {
        return Stream.concat(Commands.all().stream().map(Command::name), words())
                .toList();
    }

    /** {@return all that there is a page on} */
    static Stream<String> words() {
        return HelpIndex.isThere()
                ? HelpIndex.standard().all().stream()
                        .filter(entry -> entry.kind() != gradflow.repl.help.Entry.Kind.CONSTANT)
                        .map(gradflow.repl.help.Entry::name)
                        .distinct()
                : Stream.empty();
    }

    @Override
    public boolean speaksInSentences() {
        return false;
    }

    @Override
    public String run(Surroundings prompt, String argument) {
        if (argument.isEmpty()) {
            return TRY + COMMANDS + KEYS;
        }
        if (argument.startsWith("/")) {
            return Commands.named(argument)
                    .map(command -> about(command, prompt.width()))
                    .orElseGet(() -> Commands.unknown(argument));
        }
        return page(prompt, argument);
    }

    static String page(Surroundings prompt, String word) {
        String name = word.replaceFirst("\\(\\)$", "");
        Optional<VariableInfo> variable = prompt.engine().variables().stream()
                .filter(one -> one.name().equals(name) || one.name().equals(valueOf(prompt, name)))
                .findFirst();
        Pages pages = new Pages(prompt.width() - 1);
        if (variable.isPresent()) {
            prompt.list(variable.get());
            return pages.ofType(variable.get().type()).map(Page::text).orElse("");
        }
        List<Entry> own = Selection.of(prompt.entries(), List.of(name)).stream()
                .filter(entry -> entry.names().contains(name))
                .toList();
        if (!own.isEmpty()) {
            return own.stream().map(Entry::typed).collect(Collectors.joining("\n"));
        }
        Page page = pages.of(word);
        page.example().ifPresent(prompt::offer);
        return page.isFound() ? page.text() : elsewhere(prompt, word).orElse(page.text());
    }

    private static String valueOf(Surroundings prompt, String word) {
        String variable = prompt.values().wording(word).java();
        return word.startsWith("_") ? variable : word;
    }

    /** {@return what is said of a command without its slash, of what jshell calls a subject, or of a method of Java's} */
    private static Optional<String> elsewhere(Surroundings prompt, String word) {
        if (word.equals("keys") || word.equals("shortcuts")) {
            return Optional.of(ALL_KEYS.stripTrailing());
        }
        String name = "/" + SUBJECTS.getOrDefault(word, word);
        Optional<Command> command =
                Commands.named(name).filter(one -> one.name().equals(name));
        if (command.isPresent()) {
            return command.map(one -> about(one, prompt.width()));
        }
        String call = word.replaceFirst("\\(.*", "") + "(";
        return prompt.engine().signature(call, call.length());
    }

    private static String about(Command command, int width) {
        String more = command.more().replaceAll("\\s+", " ");
        return Stream.of(command.usage(), INDENT + command.purpose(), more.isBlank() ? "" : INDENT + more)
                .filter(line -> !line.isBlank())
                .flatMap(line -> Wrap.words(line, width - 1).stream())
                .collect(Collectors.joining("\n"));
    }
}

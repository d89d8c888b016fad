package gradflow.repl.command;

import gradflow.repl.help.Page;
import gradflow.repl.help.Pages;
import gradflow.report.text.Wrap;
import java.util.List;
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
            Tab lists what fits, Ctrl-R finds again
            Ctrl-C stops; a ; at the end is quiet
            _ the last value, _3 that of entry 3
            .word on a new line goes on; !ls
            """;

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
        return Commands.all().stream().map(Command::name).toList();
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
        Page page = new Pages(prompt.width() - 1).of(word);
        page.example().ifPresent(prompt::offer);
        return page.text();
    }

    private static String about(Command command, int width) {
        String more = command.more().replaceAll("\\s+", " ");
        return Stream.of(command.usage(), INDENT + command.purpose(), more.isBlank() ? "" : INDENT + more)
                .filter(line -> !line.isBlank())
                .flatMap(line -> Wrap.words(line, width - 1).stream())
                .collect(Collectors.joining("\n"));
    }
}

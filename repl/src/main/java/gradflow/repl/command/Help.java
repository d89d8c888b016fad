package gradflow.repl.command;

import gradflow.repl.help.Page;
import gradflow.repl.help.Pages;
import java.util.List;
import java.util.stream.Collectors;

/** Shows lines to try, the commands and the keys, on one screen of a small terminal. */
record Help() implements Command {
    private static final String TRY = """
            try
              rnn().hidden(4).whh(identity(0.5)).tanh()
                .unroll(20).gradNorms()
              var net = rnn().hidden(8).whh(orthogonal())
              net.unroll(50).jacobians()
              net.spectrum()

            """;

    /** Whoever comes for the first time needs the first two. */
    private static final String COMMANDS = """
            ?whh ?gradNorms ?spectral radius  what it is
            /tour            the first five minutes
            /explain         more on an error or a verdict
            /show /compare   a value whole, or two beside
            /list /vars /methods /types /imports /history
            /time            how long it takes
            /! /3 /edit      run again, change
            /copy /export    hand on a value, the session
            /save /open /paste
            /set             digits, images, keys, colours
            /drop /reset /reload /env /exit
            /help /copy      tells more of one of them
            """;

    private static final String KEYS = """
            Tab lists what fits, Up and Ctrl-R find again
            Ctrl-C stops; a ; at the end keeps quiet
            _ is the last value, _3 that of entry 3
            .word on a new line goes on with the last
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
    public String run(Surroundings prompt, String argument) {
        if (argument.isEmpty()) {
            return TRY + COMMANDS + KEYS;
        }
        if (argument.startsWith("/")) {
            return Commands.named(argument).map(Help::about).orElseGet(() -> Commands.unknown(argument));
        }
        return page(prompt, argument);
    }

    static String page(Surroundings prompt, String word) {
        Page page = new Pages(prompt.width() - 1).of(word);
        page.example().ifPresent(prompt::offer);
        return page.text();
    }

    private static String about(Command command) {
        String more = command.more();
        return command.usage() + "\n  " + command.purpose()
                + more.strip().lines().map(line -> "\n  " + line).collect(Collectors.joining());
    }
}

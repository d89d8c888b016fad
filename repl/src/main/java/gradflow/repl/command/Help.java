package gradflow.repl.command;

import gradflow.repl.help.Page;
import gradflow.repl.help.Pages;
import java.util.stream.Collectors;

/** Shows lines to try, the commands and the keys, on one page of a small terminal. */
record Help() implements Command {
    private static final String TRY = """
            try
              rnn().hidden(4).whh(identity(0.5)).tanh()
                .unroll(20).gradNorms()
              var net = rnn().hidden(8).whh(orthogonal())
              net.unroll(50).jacobians()
              net.spectrum()

            ask
              ?whh  ?gradNorms  ?spectral radius

            commands
            """;
    private static final String KEYS = """

            typing
              Tab        what can stand here
              Up, Ctrl-R earlier entries
              Ctrl-C     stops a computation
              .word      on a new line goes on with
                         the line before
              ;          at the end: don't show
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
    public String run(Surroundings prompt, String argument) {
        if (!argument.isEmpty() && !argument.startsWith("/")) {
            Page page = new Pages(prompt.width() - 1).of(argument);
            page.example().ifPresent(prompt::offer);
            return page.text();
        }
        if (!argument.isEmpty()) {
            return Commands.named(argument)
                    .map(command -> command.name() + "  " + command.purpose())
                    .orElseGet(() -> Commands.unknown(argument));
        }
        return Commands.all().stream()
                .map(command -> String.format("  %-10s %s%n", command.name(), command.purpose()))
                .collect(Collectors.joining("", TRY, KEYS));
    }
}

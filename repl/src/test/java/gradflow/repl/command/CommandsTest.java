package gradflow.repl.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandsTest {

    @ParameterizedTest
    @CsvSource({
        "/hlp, '/hlp: no such command; did you mean /help?'",
        "/quit, '/quit: no such command; did you mean /exit?'",
        "/vras, '/vras: no such command; did you mean /vars?'",
        "/re, '/re can be /reset, /reload'",
        "/undo, '/undo: no such command; /help lists them'"
    })
    void anUnknownNameGetsTheNearest(String name, String answer) {
        assertThat(Commands.unknown(name)).isEqualTo(answer);
    }

    @Test
    void commentsAreNoCommands() {
        assertThat(Commands.isCommand("/help")).isTrue();
        assertThat(Commands.isCommand("// word")).isFalse();
        assertThat(Commands.isCommand("/* word */")).isFalse();
        assertThat(Commands.isCommand("/")).isFalse();
        assertThat(Commands.isCommand("/!")).isTrue();
        assertThat(Commands.isCommand("/-2")).isTrue();
        assertThat(Commands.isCommand("/ 2")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/3, /!, 3",
        "/-2, /!, -2",
        "/!, /!, !",
        "/3-5 7, /!, 3-5 7",
        "?whh, /help, whh",
        "/? /list, /help, /list",
        "/doc whh, /doc, whh",
        "/set  digits 4, /set, digits 4"
    })
    void aNameAndWhatFollowsIt(String typed, String name, String rest) {
        assertThat(Commands.parts(typed)).containsExactly(name, rest);
    }

    @Test
    void eachSaysHowItIsTyped() {
        assertThat(Commands.all()).allSatisfy(command -> {
            assertThat(command.usage()).startsWith(command.name());
            assertThat(command.purpose()).hasSizeBetween(10, 50);
            assertThat(command.more().lines()).allMatch(line -> line.length() <= 120);
        });
    }

    @Test
    void namesAreFoundAndDiffer() {
        assertThat(Commands.all()).extracting(Command::name).doesNotHaveDuplicates();
        assertThat(Commands.all())
                .allSatisfy(
                        command -> assertThat(Commands.named(command.name())).contains(command));
    }
}

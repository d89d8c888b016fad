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
        "/v, '/v: no such command; did you mean /vars?'",
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
    }

    @Test
    void namesAreFoundAndDiffer() {
        assertThat(Commands.all()).extracting(Command::name).doesNotHaveDuplicates();
        assertThat(Commands.all())
                .allSatisfy(
                        command -> assertThat(Commands.named(command.name())).contains(command));
    }
}

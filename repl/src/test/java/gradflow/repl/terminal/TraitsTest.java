package gradflow.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;

class TraitsTest {
    private static final String XTERM =
            "\033]11;rgb:ffff/ffff/ffff\033\\\033[6;18;9t\033[4;720;720t\033[?62;1;2;4;6;9;15;22c";

    @Test
    void whatXtermSaysIsUnderstood() {
        assertThat(Traits.of(XTERM, 80, 40))
                .isEqualTo(new Traits(Optional.of(new Traits.Cell(9, 18)), Optional.of(false), true));
        assertThat(Traits.besides(XTERM)).isEmpty();
    }

    @Test
    void aTerminalThatKnowsItsWindowAloneHasThatDividedByItsColumnsAndRows() {
        assertThat(Traits.of("\033[4;480;800t\033[?1;2c", 80, 24).cell()).contains(new Traits.Cell(10, 20));
        assertThat(Traits.of("\033[4;0;0t\033[?1;2c", 80, 24).cell()).isEmpty();
    }

    @Test
    void theGroundIsDarkWhateverTheDigitsOfItsColour() {
        assertThat(Traits.of("\033]11;rgb:0000/2b2b/3636\007", 80, 24).dark()).contains(true);
        assertThat(Traits.of("\033]11;rgb:fd/f6/e3\007", 80, 24).dark()).contains(false);
        assertThat(Traits.of("\033]11;rgba:f/f/f/f\033\\", 80, 24).dark()).contains(false);
        assertThat(Traits.of("\033[?62c", 80, 24).dark()).isEmpty();
    }

    @Test
    void fourAmongTheAbilitiesIsSixelAndNoOtherNumberWithAFour() {
        assertThat(Traits.of("\033[?62;4c", 80, 24).sixel()).isTrue();
        assertThat(Traits.of("\033[?64;14;42c", 80, 24).sixel()).isFalse();
    }

    @Test
    void keysTypedBeforeTheAnswerAreGivenBack() throws IOException {
        List<String> typed = new ArrayList<>();
        Terminal terminal = terminal("1+" + XTERM + "2");

        Traits traits = new Inquiry(terminal, Optional::empty, typed::add).ask();

        assertThat(traits.sixel()).isTrue();
        assertThat(typed).containsExactly("1+");
        assertThat(terminal.reader().read()).isEqualTo('2');
    }

    @Test
    void aTerminalThatSaysNothingIsAskedOnce() throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        Inquiry inquiry = new Inquiry(terminal("x", sent), Optional::empty, key -> {});

        assertThat(inquiry.ask()).isEqualTo(new Traits(Optional.empty(), Optional.empty(), false));
        assertThat(inquiry.ask()).isEqualTo(new Traits(Optional.empty(), Optional.empty(), false));
        assertThat(sent.toString(StandardCharsets.UTF_8)).isEqualTo(Traits.questions());
    }

    @Test
    void theSystemTellsTheSizeOfCharactersWhereTheTerminalDoesNot() throws IOException {
        Optional<Traits.Cell> known = Traits.Cell.of(724, 460, 80, 24);

        assertThat(known).contains(new Traits.Cell(9, 19));
        assertThat(new Inquiry(terminal("\033[?63;4c"), () -> known, key -> {}).ask())
                .isEqualTo(new Traits(known, Optional.empty(), true));
        assertThat(new Inquiry(terminal(XTERM), () -> Traits.Cell.of(99, 99, 9, 9), key -> {})
                        .ask()
                        .cell())
                .contains(new Traits.Cell(9, 18));
    }

    private static Terminal terminal(String answer) throws IOException {
        return terminal(answer, new ByteArrayOutputStream());
    }

    private static Terminal terminal(String answer, ByteArrayOutputStream sent) throws IOException {
        Terminal terminal = new DumbTerminal(
                "terminal",
                "ansi",
                new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)),
                sent,
                StandardCharsets.UTF_8);
        terminal.setSize(Size.of(80, 24));
        return terminal;
    }
}

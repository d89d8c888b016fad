package gradflow.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%timeit rnn().unroll(9) | /time rnn().unroll(9)",
                "%timeit -n 10 -r 3 f() | /time f()",
                "%%time | /time",
                "%whos | /vars",
                "%run net.jsh | /open net.jsh",
                "%precision 4 | /set digits 4",
                "%rerun | /!",
                "%notebook a.md | /export a.md",
                "whh? | /help whh",
                "rnn? | /help rnn",
                "Rnn.whh?? | /help Rnn.whh",
                "??whh | /help whh",
                "help(rnn) | /help rnn",
                "help() | /help",
                "help | /help",
                "In[3] | /list 3",
                "In | /list",
                "%hist -n | /history",
                "%save f.jsh 1-3 5 | /save 1-3 5 f.jsh",
                "%save f.jsh | /save f.jsh",
                "shareOf*? | /help shareOf*",
                "ls -l | !ls -l",
                "%ls | !ls",
                "ll | !ls -l",
                "pwd | !pwd",
                "who | /vars",
                "timeit f(x) | /time f(x)",
                "_i3 | /list 3",
                "_ih | /list",
                "println(x) | x",
                "print(f(1, 2)) | f(1, 2)",
                "print(x) | x"
            })
    void whatThereIsHereIsDone(String typed, String command) {
        assertThat(Foreign.of(typed, name -> false))
                .get()
                .extracting(Foreign::entry)
                .isEqualTo(command);
    }

    @Test
    void whatThereIsNotIsSaid() {
        assertThat(Foreign.of("!ls -l", name -> false)).contains(new Foreign("", "!ls -l"));
        assertThat(Foreign.of("%nosuch", name -> false))
                .contains(new Foreign("there is no %nosuch here; /help lists the commands", ""));
        assertThat(Foreign.of("%matplotlib inline", name -> false))
                .contains(new Foreign("an answer draws itself: .plot(); /set images on shows it as an image", ""));
        for (String cd : List.of("cd", "cd ..", "%cd /tmp", "!cd /tmp")) {
            assertThat(Foreign.of(cd, name -> false))
                    .contains(new Foreign(
                            "the folder stays that of the start; begin in another one, or write whole paths", ""));
        }
        assertThat(Foreign.of("print(a, b)", name -> false))
                .contains(new Foreign("here: System.out.println(a + \" \" + b), or each expression alone", ""));
        assertThat(Foreign.of("__", name -> false))
                .contains(new Foreign("here: _ is the last value, _3 that of entry 3; /list has the numbers", ""));
        assertThat(Foreign.of("Out[3]", name -> false)).contains(new Foreign("here: _3", "_3"));
        assertThat(Foreign.of("Out", name -> false))
                .contains(new Foreign("here: _3 is the value of entry 3, and /vars has them all", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!flag",
                "! flag && other",
                "Out[3]",
                "In",
                "help",
                "type(x)",
                "rnn()",
                "a ? b : c",
                "1 % 2",
                "flag ?",
                "ls",
                "who",
                "who = 3",
                "time.now()",
                "run(3)",
                "ls -l",
                "cd / 2"
            })
    void whatIsJavaHereStaysJava(String typed) {
        assertThat(Foreign.of(
                        typed, Set.of("flag", "Out", "In", "help", "type", "ls", "who", "time", "run", "cd")::contains))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"!done()", "!list.isEmpty()", "!a.b"})
    void aCallIsNoShellCommand(String typed) {
        assertThat(Foreign.of(typed, name -> false)).isEmpty();
    }
}

package gradflow.repl.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradflow.internal.kernel.CancelledRun;
import gradflow.repl.sample.Nested;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NestedLoopsTest {
    private final Class<?> woven = woven();

    @AfterEach
    void forgetTheInterrupt() {
        boolean unused = Thread.interrupted();
    }

    @Test
    void whatTheyComputeIsTheSame() throws Exception {
        assertThat(call("single", 5)).isEqualTo(10L);
        assertThat(call("pairs", 5)).isEqualTo(25L);
        assertThat(call("iteration", true)).isEqualTo(3L);
    }

    @Test
    void aLoopAroundALoopHearsAnInterrupt() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> call("pairs", Integer.MAX_VALUE)).isInstanceOf(CancelledRun.class);
        assertThatThrownBy(() -> call("iteration", false)).isInstanceOf(CancelledRun.class);
    }

    @Test
    void aLoopAroundNothingIsLeftAsItIs() throws Exception {
        Thread.currentThread().interrupt();

        assertThat(call("single", 5)).isEqualTo(10L);
    }

    private Object call(String name, Object argument) throws Exception {
        Class<?> type = argument instanceof Integer ? int.class : boolean.class;
        try {
            return woven.getMethod(name, type).invoke(null, argument);
        } catch (InvocationTargetException e) {
            throw (Exception) e.getCause();
        }
    }

    private static Class<?> woven() {
        return new ClassLoader(NestedLoopsTest.class.getClassLoader()) {
            Class<?> define() {
                try (InputStream in = Objects.requireNonNull(Nested.class.getResourceAsStream("Nested.class"))) {
                    byte[] bytes = NestedLoops.polling(in.readAllBytes());
                    return defineClass(Nested.class.getName(), bytes, 0, bytes.length);
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }
        }.define();
    }
}

package gradflow.repl.terminal;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jline.terminal.spi.SystemStream;
import org.jspecify.annotations.Nullable;

/**
 * JLine's native way to a terminal, but for signals. JLine makes a proxy of who hears them, which takes 15 ms before
 * the prompt, and each time it changes who hears Ctrl-C it puts back for a moment what was there before it came: Java's own, which
 * ends the program. Here a signal has one listener for good, and what changes is what that does.
 */
final class RealTerminal extends JniTerminalProvider {
    private static final Object NOTHING = new Object();

    private final Map<String, Runnable> heard = new ConcurrentHashMap<>();
    private final HeardSignal signals;
    private volatile @Nullable Terminal terminal;

    private RealTerminal() throws ReflectiveOperationException {
        signals = new HeardSignal();
    }

    /** {@return the terminal that both standard streams are, if they are one and JLine's library is there for this system} */
    static Optional<Terminal> open(String type, Charset encoding) throws IOException {
        RealTerminal provider;
        try {
            provider = new RealTerminal();
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            return Optional.empty();
        }
        boolean there = provider.isSystemStream(SystemStream.Input) && provider.isSystemStream(SystemStream.Output);
        return there ? Optional.of(provider.terminal(type, encoding)) : Optional.empty();
    }

    /** {@return what would be the terminal, whatever the standard streams are: for its classes} */
    static Optional<Terminal> rehearse(String type, Charset encoding) throws IOException {
        try {
            return Optional.of(new RealTerminal().terminal(type, encoding));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Terminal terminal(String type, Charset encoding) throws IOException {
        SignalHandler none = SignalHandler.SIG_DFL;
        Terminal opened = sysTerminal(
                "gradflow", type, false, encoding, encoding, encoding, true, none, false, SystemStream.Output);
        terminal = opened;
        return opened;
    }

    @Override
    public Object registerSignal(String name, Runnable work) {
        Runnable before = heard.put(name, work);
        if (before != null) {
            return before;
        }
        signals.hear(name, () -> heard.getOrDefault(name, () -> {}).run());
        return NOTHING;
    }

    @Override
    public Object registerDefaultSignal(String name) {
        if (name.equals(Signal.INT.name())) {
            return registerSignal(name, this::interrupt);
        }
        if (heard.remove(name) != null) {
            signals.leave(name);
        }
        return NOTHING;
    }

    private void interrupt() {
        Terminal opened = terminal;
        if (opened != null) {
            opened.raise(Signal.INT);
        }
    }

    @Override
    public void unregisterSignal(String name, Object before) {
        Object unused = before instanceof Runnable work ? registerSignal(name, work) : registerDefaultSignal(name);
    }
}

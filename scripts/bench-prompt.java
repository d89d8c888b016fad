import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jline.terminal.Size;
import org.jline.terminal.impl.jni.JniNativePty;
import org.jline.terminal.impl.jni.JniTerminalProvider;

/**
 * Starts a command in a pseudo-terminal that answers what xterm answers, sends a line the moment the prompt shows, and
 * prints how many milliseconds after its start the prompt and the result were there. Arguments: prompt, line, result,
 * command.
 */
final class BenchPrompt {
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final StringBuffer shown = new StringBuffer();

    public static void main(String[] arguments) throws Exception {
        new BenchPrompt().run(arguments[0], arguments[1], arguments[2], List.of(arguments).subList(3, arguments.length));
    }

    private void run(String prompt, String line, String result, List<String> program) throws Exception {
        try (JniNativePty pty = (JniNativePty) new JniTerminalProvider().open(null, Size.of(80, 24))) {
            List<String> command = new ArrayList<>(
                    List.of("setsid", "sh", "-c", "exec \"$@\" <>\"$0\" >&0 2>&0", pty.getName()));
            command.addAll(program);
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().put("TERM", "xterm-256color");
            long start = System.nanoTime();
            Process process = builder.start();
            OutputStream keyboard = pty.getMasterOutput();
            Thread reader = new Thread(() -> read(pty.getMasterInput(), keyboard));
            reader.setDaemon(true);
            reader.start();
            try {
                int end = await(prompt, 0);
                long promptMillis = (System.nanoTime() - start) / 1_000_000;
                send(keyboard, line + "\r");
                await(result, end);
                System.out.println(promptMillis + " " + (System.nanoTime() - start) / 1_000_000);
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        }
        System.exit(0);
    }

    private void read(InputStream screen, OutputStream keyboard) {
        byte[] bytes = new byte[8192];
        try {
            for (int n = screen.read(bytes); n > 0; n = screen.read(bytes)) {
                String text = new String(bytes, 0, n, StandardCharsets.UTF_8);
                if (text.contains("\033[6n")) {
                    send(keyboard, "\033[1;1R");
                }
                if (text.contains("\033[c")) {
                    send(keyboard, "\033[?62;22c");
                }
                shown.append(text);
            }
        } catch (IOException e) {
            // The program has ended; whoever waits for words says what there was.
        }
    }

    private static void send(OutputStream keyboard, String keys) throws IOException {
        synchronized (keyboard) {
            keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
            keyboard.flush();
        }
    }

    private int await(String words, int from) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < deadline) {
            int at = shown.indexOf(words, from);
            if (at >= 0) {
                return at + words.length();
            }
            Thread.sleep(1);
        }
        throw new IllegalStateException("no " + words + " in:\n" + shown);
    }
}

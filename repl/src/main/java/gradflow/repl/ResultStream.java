package gradflow.repl;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Standard output. When its reader has gone, as in {@code gradflow long.jsh | head -1}, the program ends there and then
 * instead of computing what nobody reads; when it can't be written for another reason, the results would be lost
 * silently, so the program says so and fails.
 */
final class ResultStream extends OutputStream {
    private static final String NO_READER = "Broken pipe";

    private final OutputStream file = new FileOutputStream(FileDescriptor.out);

    private ResultStream() {}

    /** {@return standard output as text, written at each line end: in UTF-8, or with each sign spelt} */
    static PrintStream text(boolean ascii) {
        return text(new ResultStream(), ascii);
    }

    /** {@return standard error, likewise} */
    static PrintStream errors(boolean ascii) {
        return text(new FileOutputStream(FileDescriptor.err), ascii);
    }

    private static PrintStream text(OutputStream stream, boolean ascii) {
        return new PrintStream(
                ascii ? new SpelledOutput(stream) : new BufferedOutputStream(stream), true, StandardCharsets.UTF_8);
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        try {
            file.write(bytes, offset, length);
        } catch (IOException e) {
            end(e);
        }
    }

    /** Halts: an orderly exit would wait for the very thread that writes. */
    private static void end(IOException failure) {
        String why = String.valueOf(failure.getMessage());
        if (why.contains(NO_READER)) {
            Runtime.getRuntime().halt(0);
        }
        System.err.println("gradflow: cannot write standard output: " + why);
        Runtime.getRuntime().halt(1);
    }
}

package gradflow.repl;

import gradflow.report.text.Signs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text in UTF-8 on its way to where there is only ASCII: rho for ρ. What is no text, a picture say, goes through as it is. */
final class SpelledOutput extends OutputStream {
    private final OutputStream next;
    private final ByteArrayOutputStream heldBack = new ByteArrayOutputStream();

    SpelledOutput(OutputStream next) {
        this.next = next;
    }

    @Override
    public synchronized void write(int b) {
        heldBack.write(b);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        heldBack.write(bytes, offset, length);
    }

    @Override
    public synchronized void flush() throws IOException {
        byte[] bytes = heldBack.toByteArray();
        heldBack.reset();
        next.write(spelled(bytes));
        next.flush();
    }

    private static byte[] spelled(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Signs.ascii(text).getBytes(StandardCharsets.US_ASCII);
        } catch (CharacterCodingException notText) {
            return bytes;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        flush();
        next.close();
    }
}

package gradflow.repl.engine;

import gradflow.repl.library.Prepared;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.linear.RealMatrix;

/** Classes that were woven by an earlier run, since weaving takes longer than all that is done with them. */
final class WovenClasses {
    private static final String FILE = "woven";

    private WovenClasses() {}

    /** {@return what an earlier run wrote, if it was made of the same jars} */
    static Optional<List<byte[]>> read() {
        try {
            Optional<Path> file = Prepared.file(FILE);
            return file.isPresent() ? read(file.get(), origin()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Optional<List<byte[]>> read(Path file, String origin) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (in.readInt() != bytes.length || !in.readUTF().equals(origin)) {
            return Optional.empty();
        }
        List<byte[]> classes = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            classes.add(in.readNBytes(in.readInt()));
        }
        return Optional.of(classes);
    }

    /** Writes classes for later runs, where the launcher wants it. */
    static void write(List<byte[]> classes) throws IOException {
        Optional<Path> file = Prepared.file(FILE);
        if (file.isPresent()) {
            write(file.get(), origin(), classes);
        }
    }

    static void write(Path file, String origin, List<byte[]> classes) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(content);
        out.writeInt(0); // the whole length, known at the end
        out.writeUTF(origin);
        out.writeInt(classes.size());
        for (byte[] one : classes) {
            out.writeInt(one.length);
            out.write(one);
        }
        byte[] bytes = content.toByteArray();
        ByteBuffer.wrap(bytes).putInt(bytes.length);
        Prepared.write(file, bytes);
    }

    /** {@return what tells the library, and the weaver, from others} */
    private static String origin() throws IOException {
        return origin(RealMatrix.class) + "\n" + origin(NestedLoops.class);
    }

    private static String origin(Class<?> one) throws IOException {
        CodeSource source = one.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new IOException("no source of " + one);
        }
        try {
            Path jar = Path.of(source.getLocation().toURI());
            if (!Files.isRegularFile(jar)) {
                throw new IOException(jar + " may change unseen");
            }
            return jar + " " + Prepared.state(jar);
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}

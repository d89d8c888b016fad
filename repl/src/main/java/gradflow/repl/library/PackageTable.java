package gradflow.repl.library;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names of class files by package, as bytes of an {@link Inventory} of which only what is asked for is made into strings: of
 * a JDK's thirty thousand classes a line of Java needs the names of a few hundred.
 */
final class PackageTable {
    private final ByteBuffer bytes;
    private final int start;
    private @Nullable Map<String, Integer> offsets;

    /** @param start where the table begins: how many packages, and for each its name and where its classes are */
    PackageTable(ByteBuffer bytes, int start) {
        this.bytes = bytes;
        this.start = start;
    }

    synchronized Set<String> names() {
        return offsets().keySet();
    }

    synchronized List<String> classes(String packageName) {
        Integer offset = offsets().get(packageName);
        if (offset == null) {
            return List.of();
        }
        bytes.position(offset);
        int count = bytes.getInt();
        List<String> names = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            names.add(string(bytes));
        }
        return names;
    }

    private Map<String, Integer> offsets() {
        if (offsets == null) {
            bytes.position(start);
            int count = bytes.getInt();
            offsets = new HashMap<>(2 * count);
            for (int i = 0; i < count; i++) {
                String name = string(bytes);
                offsets.put(name, bytes.getInt());
            }
        }
        return offsets;
    }

    static String string(ByteBuffer bytes) {
        byte[] text = new byte[bytes.getShort()];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }
}

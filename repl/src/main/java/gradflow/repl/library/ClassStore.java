package gradflow.repl.library;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** What class files are kept in: a module of the JDK, or a jar. */
interface ClassStore {
    /** {@return the simple names of the class files in a package, as {@code Map$Entry}; none where there is no such package} */
    List<String> classes(String packageName);

    /** Opens a file, such as {@code java/util/Map.class}. */
    InputStream open(String path) throws IOException;

    /** {@return the address of such a file} */
    String address(String path);
}

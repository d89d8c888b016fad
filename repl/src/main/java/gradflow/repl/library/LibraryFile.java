package gradflow.repl.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.tools.FileObject;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/** A class file that is read only when the compiler needs what is in it. */
final class LibraryFile implements JavaFileObject {
    private final ClassStore store;
    private final String binaryName;

    LibraryFile(ClassStore store, String binaryName) {
        this.store = store;
        this.binaryName = binaryName;
    }

    ClassStore store() {
        return store;
    }

    String binaryName() {
        return binaryName;
    }

    boolean isSame(FileObject other) {
        return other instanceof LibraryFile file && file.store == store && file.binaryName.equals(binaryName);
    }

    private String path() {
        return binaryName.replace('.', '/') + Kind.CLASS.extension;
    }

    @Override
    public URI toUri() {
        return URI.create(store.address(path()));
    }

    @Override
    public String getName() {
        return path();
    }

    @Override
    public Kind getKind() {
        return Kind.CLASS;
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
        return kind == Kind.CLASS
                && binaryName.substring(binaryName.lastIndexOf('.') + 1).equals(simpleName);
    }

    @Override
    public InputStream openInputStream() throws IOException {
        return store.open(path());
    }

    @Override
    public Reader openReader(boolean ignoreEncodingErrors) {
        throw new UnsupportedOperationException("a class file has no text");
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        throw new UnsupportedOperationException("a class file has no text");
    }

    @Override
    public OutputStream openOutputStream() {
        throw new UnsupportedOperationException("libraries are read only");
    }

    @Override
    public Writer openWriter() {
        throw new UnsupportedOperationException("libraries are read only");
    }

    /** {@return 0: nothing competes with these files, so that no date decides} */
    @Override
    public long getLastModified() {
        return 0;
    }

    @Override
    public boolean delete() {
        return false;
    }

    @Override
    public @Nullable NestingKind getNestingKind() {
        return null;
    }

    @Override
    public @Nullable Modifier getAccessLevel() {
        return null;
    }
}

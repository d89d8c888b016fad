package gradflow.repl.library;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.tools.JavaFileManager;

/** A module of the running JDK; to the compiler, a place to look for classes in. */
final class JdkModule implements ClassStore, JavaFileManager.Location {
    private final String name;
    private final PackageTable packages;

    JdkModule(String name, PackageTable packages) {
        this.name = name;
        this.packages = packages;
    }

    Set<String> packages() {
        return packages.names();
    }

    String name() {
        return name;
    }

    @Override
    public String getName() {
        return "SYSTEM_MODULES[" + name + "]";
    }

    @Override
    public boolean isOutputLocation() {
        return false;
    }

    @Override
    public List<String> classes(String packageName) {
        return packages.classes(packageName);
    }

    @Override
    public InputStream open(String path) throws IOException {
        Optional<Module> loaded = ModuleLayer.boot().findModule(name);
        InputStream in = loaded.isPresent() ? loaded.get().getResourceAsStream(path) : openUnloaded(path);
        if (in == null) {
            throw new FileNotFoundException(address(path));
        }
        return in;
    }

    /** Some modules of a JDK aren't part of a program unless it asks for them. */
    private InputStream openUnloaded(String path) throws IOException {
        ModuleReference module =
                ModuleFinder.ofSystem().find(name).orElseThrow(() -> new FileNotFoundException(address(path)));
        try (ModuleReader reader = module.open()) {
            return reader.open(path).orElseThrow(() -> new FileNotFoundException(address(path)));
        }
    }

    @Override
    public String address(String path) {
        return "jrt:/" + name + "/" + path;
    }
}

package gradflow.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jline.utils.InfoCmp;
import org.jline.utils.InfoCmp.Capability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The file of capabilities that stands in for JLine's. */
class CapabilitiesTest {
    private static final String FILE = "org/jline/utils/capabilities.txt";

    private static List<String> lines(URL file) throws IOException {
        try (InputStream in = file.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    private static List<URL> files() throws IOException {
        return Collections.list(CapabilitiesTest.class.getClassLoader().getResources(FILE));
    }

    /** The names of capabilities that a class mentions. */
    private static void mentioned(InputStream classFile, Set<String> names) throws IOException {
        new ClassReader(classFile)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String type, String signature, String[] exceptions) {
                                return new MethodVisitor(Opcodes.ASM9) {
                                    @Override
                                    public void visitFieldInsn(int code, String owner, String field, String ofType) {
                                        if (owner.endsWith("InfoCmp$Capability") && ofType.endsWith("Capability;")) {
                                            names.add(field);
                                        }
                                    }
                                };
                            }
                        },
                        ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    }

    private static Path home(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static Set<String> mentioned() throws Exception {
        Set<String> names = new TreeSet<>();
        for (Class<?> type : List.of(Terminal.class, LineReader.class, JniTerminalProvider.class)) {
            try (JarFile jar = new JarFile(home(type).toFile())) {
                Enumeration<JarEntry> entries = jar.entries();
                while (entries.hasMoreElements()) {
                    JarEntry entry = entries.nextElement();
                    // The enumeration itself mentions all.
                    if (entry.getName().endsWith(".class") && !entry.getName().contains("InfoCmp")) {
                        try (InputStream in = jar.getInputStream(entry)) {
                            mentioned(in, names);
                        }
                    }
                }
            }
        }
        List<Path> ours = new ArrayList<>();
        try (Stream<Path> files = Files.walk(home(RealTerminal.class))) {
            files.filter(file -> file.toString().endsWith(".class")).forEach(ours::add);
        }
        for (Path file : ours) {
            try (InputStream in = Files.newInputStream(file)) {
                mentioned(in, names);
            }
        }
        return names;
    }

    @ParameterizedTest
    @ValueSource(strings = {"xterm", "xterm-256color", "screen", "screen-256color", "rxvt", "ansi", "dumb", "nosuch"})
    void aTerminalIsDescribedInJLinesWords(String type) {
        assertThat(TerminalOpener.description(type)).isEqualTo(InfoCmp.getDefaultInfoCmp(type));
    }

    @Test
    void oursComesFirstAndEachLineOfItIsOneOfJLines() throws Exception {
        List<URL> files = files();

        assertThat(files).hasSize(2);
        assertThat(files.get(0).toString()).doesNotContain("jline-");
        assertThat(lines(files.get(1))).hasSizeGreaterThan(400).containsAll(lines(files.get(0)));
    }

    @Test
    void whatJLineAndThisProgramAskForIsAmongThem() throws Exception {
        Set<String> names = mentioned();

        assertThat(names).hasSizeGreaterThan(50).contains("key_up", "max_colors", "enter_ca_mode");
        assertThat(InfoCmp.getCapabilitiesByName().values())
                .containsAll(names.stream().map(Capability::valueOf).toList());
    }
}

package gradflow.repl.index;

import com.sun.source.util.DocTrees;
import gradflow.repl.help.Entry;
import gradflow.repl.help.EntryLines;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

/**
 * Writes an entry for each public type and member of the dsl, with its Javadoc as plain text. The build runs it with
 * {@code -proc:only} over the dsl's sources, so that what the prompt tells about a word is what its Javadoc says.
 */
public final class IndexProcessor extends AbstractProcessor {
    /** As a person meets them; packages that aren't named come before the model. */
    private static final List<String> FIRST_PACKAGES =
            List.of("gradflow", "gradflow.network", "gradflow.result", "gradflow.experiment");

    private static final List<String> LAST_PACKAGES = List.of("gradflow.model", "gradflow.report");

    private final List<TypeElement> types = new ArrayList<>();

    /** For javac to make. */
    public IndexProcessor() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
            add(type);
        }
        if (round.processingOver()) {
            write();
        }
        return false;
    }

    private void add(TypeElement type) {
        if (type.getModifiers().contains(Modifier.PUBLIC) && !packageOf(type).contains(".internal")) {
            types.add(type);
            ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::add);
        }
    }

    private void write() {
        types.sort(Comparator.comparingInt((TypeElement type) -> rank(packageOf(type)))
                .thenComparing(type -> type.getQualifiedName().toString()));
        Members members = new Members(
                DocTrees.instance(processingEnv), processingEnv.getElementUtils(), processingEnv.getTypeUtils());
        try (OutputStream out = processingEnv
                .getFiler()
                .createResource(StandardLocation.CLASS_OUTPUT, Entry.class.getPackageName(), "words.tsv")
                .openOutputStream()) {
            for (TypeElement type : types) {
                for (Entry entry : members.entries(type)) {
                    out.write((EntryLines.line(entry) + "\n").getBytes(StandardCharsets.ISO_8859_1));
                }
            }
        } catch (IOException e) {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, "the index can't be written: " + e);
        }
    }

    private String packageOf(Element element) {
        return processingEnv
                .getElementUtils()
                .getPackageOf(element)
                .getQualifiedName()
                .toString();
    }

    private static int rank(String name) {
        int first = FIRST_PACKAGES.indexOf(name);
        if (first >= 0) {
            return first;
        }
        return FIRST_PACKAGES.size() + 1 + LAST_PACKAGES.indexOf(name);
    }
}

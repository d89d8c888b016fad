package gradflow.repl.index;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.util.DocTrees;
import gradflow.repl.help.Entry;
import gradflow.repl.help.Entry.Kind;
import gradflow.repl.help.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** The entries of a type: itself, its constants, and every word that can be asked of it, inherited ones as well. */
final class Members {
    /** Java's own, and how one form is made from another, which nobody types. */
    private static final Set<String> OF_JAVA = Set.of("toString", "equals", "hashCode", "compareTo", "iterator");

    private static final Set<String> OF_ENUMS = Set.of("values", "valueOf");

    private static final String INTERNAL = ".internal.";

    private final DocTrees trees;
    private final Elements elements;
    private final Types types;

    Members(DocTrees trees, Elements elements, Types types) {
        this.trees = trees;
        this.elements = elements;
        this.types = types;
    }

    List<Entry> entries(TypeElement type) {
        List<Entry> entries = new ArrayList<>();
        entries.add(type(type));
        for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            if (field.getModifiers().contains(Modifier.PUBLIC)) {
                entries.add(entry(Kind.CONSTANT, type, field, field.asType(), List.of(), Doc.of(comment(field))));
            }
        }
        Map<String, ExecutableElement> words = new LinkedHashMap<>();
        collect(type, words);
        for (ExecutableElement word : words.values()) {
            entries.add(word(type, word));
        }
        return entries;
    }

    private Entry type(TypeElement type) {
        Doc doc = Doc.of(comment(type));
        return new Entry(
                Kind.TYPE,
                name(type),
                name(type),
                name(type),
                "",
                List.of(),
                doc.summary(),
                doc.text(),
                "",
                doc.sources(),
                doc.examples());
    }

    /** Own words first, in the order of the source, then those of the types above. */
    private void collect(TypeElement type, Map<String, ExecutableElement> words) {
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            if (isWord(method)) {
                words.putIfAbsent(method.getSimpleName() + erasure(method), method);
            }
        }
        for (TypeMirror above : types.directSupertypes(type.asType())) {
            TypeElement element = (TypeElement) types.asElement(above);
            if (elements.getPackageOf(element).getQualifiedName().toString().startsWith("gradflow")) {
                collect(element, words);
            }
        }
    }

    private boolean isWord(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.PUBLIC)
                && !OF_JAVA.contains(method.getSimpleName().toString())
                && !(method.getModifiers().contains(Modifier.STATIC)
                        && OF_ENUMS.contains(method.getSimpleName().toString()))
                && !mentionsInternal(method);
    }

    private static boolean mentionsInternal(ExecutableElement method) {
        return method.getReturnType().toString().contains(INTERNAL)
                || method.getParameters().stream()
                        .anyMatch(one -> one.asType().toString().contains(INTERNAL));
    }

    private String erasure(ExecutableElement method) {
        return method.getParameters().stream()
                .map(one -> types.erasure(one.asType()).toString())
                .toList()
                .toString();
    }

    private Entry word(TypeElement type, ExecutableElement word) {
        ExecutableType seen = (ExecutableType) types.asMemberOf((DeclaredType) type.asType(), word);
        Doc doc = doc(type, word);
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < word.getParameters().size(); i++) {
            String name = word.getParameters().get(i).getSimpleName().toString();
            boolean open = word.isVarArgs() && i == word.getParameters().size() - 1;
            TypeMirror of = seen.getParameterTypes().get(i);
            String text = open ? simple(((ArrayType) of).getComponentType()) + "..." : simple(of);
            parameters.add(new Parameter(text, name, doc.parameter(name)));
        }
        return entry(Kind.WORD, type, word, seen.getReturnType(), parameters, doc);
    }

    private Entry entry(
            Kind kind, TypeElement type, Element member, TypeMirror returns, List<Parameter> parameters, Doc doc) {
        return new Entry(
                kind,
                name(type),
                name(owner(member)),
                member.getSimpleName().toString(),
                returns.getKind() == TypeKind.VOID ? "void" : simple(returns),
                parameters,
                doc.summary(),
                doc.text(),
                doc.result(),
                doc.sources(),
                doc.examples());
    }

    /** Its own comment, or that of the word which it overrides; a record's component is told of in the record's. */
    private Doc doc(TypeElement type, ExecutableElement word) {
        DocCommentTree comment = inherited(type, word);
        TypeElement owner = owner(word);
        if (comment == null && owner.getKind() == ElementKind.RECORD) {
            return Doc.summary(
                    Doc.of(comment(owner)).parameter(word.getSimpleName().toString()));
        }
        return Doc.of(comment);
    }

    private @Nullable DocCommentTree inherited(TypeElement type, ExecutableElement word) {
        DocCommentTree own = comment(word);
        return own == null ? above(type, type, word) : own;
    }

    private @Nullable DocCommentTree above(TypeElement root, TypeElement type, ExecutableElement word) {
        for (TypeMirror parent : types.directSupertypes(type.asType())) {
            TypeElement element = (TypeElement) types.asElement(parent);
            for (ExecutableElement other : ElementFilter.methodsIn(element.getEnclosedElements())) {
                DocCommentTree comment = elements.overrides(word, other, root) ? comment(other) : null;
                if (comment != null) {
                    return comment;
                }
            }
            DocCommentTree higher = above(root, element, word);
            if (higher != null) {
                return higher;
            }
        }
        return null;
    }

    private static TypeElement owner(Element member) {
        return (TypeElement) Objects.requireNonNull(member.getEnclosingElement());
    }

    private @Nullable DocCommentTree comment(Element element) {
        return trees.getDocCommentTree(element);
    }

    /** {@return the name as a person types it: a nested type after the one around it} */
    private static String name(TypeElement type) {
        return type.getEnclosingElement() instanceof TypeElement outer
                ? name(outer) + "." + type.getSimpleName()
                : type.getSimpleName().toString();
    }

    private static String simple(TypeMirror type) {
        return type.toString()
                .replaceAll("@[\\w.]+(?:\\([^)]*\\))?,? *", "")
                .replaceAll("\\b(?:[a-z_]\\w*\\.)+(?=[A-Z])", "")
                .replaceAll(",(?=\\S)", ", ")
                .replaceAll(" +(?=\\[)", "");
    }
}

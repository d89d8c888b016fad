package gradflow.repl.script;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;
import org.jspecify.annotations.Nullable;

/** A type as Java writes it, with whole names and without annotations. Types that can't be written raise a {@link Doubt}. */
final class TypeText extends SimpleTypeVisitor14<String, Void> {
    private TypeText() {}

    static String of(TypeMirror type) {
        return type.accept(new TypeText(), null);
    }

    @Override
    protected String defaultAction(TypeMirror type, @Nullable Void nothing) {
        throw new Doubt("a type without a name");
    }

    @Override
    public String visitPrimitive(PrimitiveType type, @Nullable Void nothing) {
        return type.getKind().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String visitArray(ArrayType type, @Nullable Void nothing) {
        return of(type.getComponentType()) + "[]";
    }

    @Override
    public String visitWildcard(WildcardType type, @Nullable Void nothing) {
        TypeMirror upper = type.getExtendsBound();
        TypeMirror lower = type.getSuperBound();
        return upper != null ? "? extends " + of(upper) : lower != null ? "? super " + of(lower) : "?";
    }

    @Override
    public String visitDeclared(DeclaredType type, @Nullable Void nothing) {
        TypeElement element = (TypeElement) type.asElement();
        boolean named =
                element.getNestingKind() == NestingKind.TOP_LEVEL || element.getNestingKind() == NestingKind.MEMBER;
        boolean inner = type.getEnclosingType().getKind() != TypeKind.NONE;
        if (!named || inner || element.getKind() == ElementKind.OTHER) {
            throw new Doubt("a type without a name");
        }
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        return element.getQualifiedName()
                + (arguments.isEmpty()
                        ? ""
                        : arguments.stream().map(TypeText::of).collect(Collectors.joining(", ", "<", ">")));
    }
}

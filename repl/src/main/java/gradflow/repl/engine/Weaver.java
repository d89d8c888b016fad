package gradflow.repl.engine;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Puts a call of {@link Doors#check()} at the entry of each method of a snippet class and before each jump back, so
 * that loops and recursion that a person typed can be stopped.
 *
 * <p>In a contained session, calls that would end the program, and its standard streams, are replaced as well.
 *
 * <p>The call takes and leaves nothing on the stack, so the class file's own stack sizes and frames stay right and none
 * is computed anew. Computing them would need the class hierarchy, which isn't all loaded yet.
 */
final class Weaver {
    private static final String DOORS = Type.getInternalName(Doors.class);

    private Weaver() {}

    /** {@return the class with checks; or as it was, where checks do not fit, since running comes before stopping} */
    static byte[] weave(byte[] bytes, boolean contained) {
        try {
            ClassWriter writer = new ClassWriter(0);
            new ClassReader(bytes).accept(new CheckedClass(writer, contained), 0);
            return writer.toByteArray();
        } catch (RuntimeException tooLargeOrTooNew) {
            return bytes;
        }
    }

    private static final class CheckedClass extends ClassVisitor {
        private final boolean contained;

        CheckedClass(ClassVisitor next, boolean contained) {
            super(Opcodes.ASM9, next);
            this.contained = contained;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
            return new CheckedMethod(contained ? new ContainedMethod(method) : method);
        }
    }

    private static final class CheckedMethod extends MethodVisitor {
        private final Set<Label> passed = new HashSet<>();

        CheckedMethod(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            check();
        }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
            super.visitLabel(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label target) {
            if (passed.contains(target)) {
                check();
            }
            super.visitJumpInsn(opcode, target);
        }

        private void check() {
            visitMethodInsn(Opcodes.INVOKESTATIC, DOORS, "check", "()V", false);
        }
    }
}

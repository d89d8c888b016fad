package gradflow.repl.engine;

import gradflow.internal.kernel.Interrupts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Puts {@link Interrupts#poll()} before each jump back that closes a loop around other loops. The innermost loops are left
 * as they are: they end soon, and a poll in each turn would cost a good part of a decomposition's time.
 *
 * <p>As with {@link Weaver}, the call takes and leaves nothing on the stack.
 */
final class NestedLoops {
    private static final String INTERRUPTS = Type.getInternalName(Interrupts.class);

    private NestedLoops() {}

    /** {@return the class with polls} */
    static byte[] polling(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        List<Set<Integer>> outer = new ArrayList<>();
        reader.accept(new Search(outer), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new Weaving(writer, outer.iterator()), 0);
        return writer.toByteArray();
    }

    /** Finds, of each method in turn, which of its jumps close a loop around another. */
    private static final class Search extends ClassVisitor {
        private final List<Set<Integer>> found;

        Search(List<Set<Integer>> found) {
            super(Opcodes.ASM9);
            this.found = found;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            Set<Integer> outer = new HashSet<>();
            found.add(outer);
            return new SearchedMethod(outer);
        }
    }

    private static final class SearchedMethod extends MethodVisitor {
        private final Map<Label, Integer> passed = new HashMap<>();
        private final List<Integer> loopStarts = new ArrayList<>();
        private final Set<Integer> outer;
        private int labels;
        private int jumps;

        SearchedMethod(Set<Integer> outer) {
            super(Opcodes.ASM9);
            this.outer = outer;
        }

        @Override
        public void visitLabel(Label label) {
            passed.put(label, labels);
            labels++;
        }

        /** A loop is around another if that one began after it. */
        @Override
        public void visitJumpInsn(int opcode, Label target) {
            Integer start = passed.get(target);
            if (start != null) {
                if (loopStarts.stream().anyMatch(inner -> inner > start)) {
                    outer.add(jumps);
                }
                loopStarts.add(start);
            }
            jumps++;
        }
    }

    private static final class Weaving extends ClassVisitor {
        private final Iterator<Set<Integer>> outer;

        Weaving(ClassVisitor next, Iterator<Set<Integer>> outer) {
            super(Opcodes.ASM9, next);
            this.outer = outer;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
            return new WovenMethod(method, outer.next());
        }
    }

    private static final class WovenMethod extends MethodVisitor {
        private final Set<Integer> outer;
        private int jumps;

        WovenMethod(MethodVisitor next, Set<Integer> outer) {
            super(Opcodes.ASM9, next);
            this.outer = outer;
        }

        @Override
        public void visitJumpInsn(int opcode, Label target) {
            if (outer.contains(jumps)) {
                visitMethodInsn(Opcodes.INVOKESTATIC, INTERRUPTS, "poll", "()V", false);
            }
            jumps++;
            super.visitJumpInsn(opcode, target);
        }
    }
}

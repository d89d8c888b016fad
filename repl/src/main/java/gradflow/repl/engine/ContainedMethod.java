package gradflow.repl.engine;

import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Replaces what would reach out of a contained session by calls of {@link Doors} that take and leave the same on the
 * stack; in method references such as {@code System::exit} too.
 */
final class ContainedMethod extends MethodVisitor {
    private static final String DOORS = Type.getInternalName(Doors.class);
    private static final String SYSTEM = Type.getInternalName(System.class);
    private static final String RUNTIME = Type.getInternalName(Runtime.class);
    private static final Set<String> STREAMS = Set.of("out", "err");
    private static final Set<String> REDIRECTIONS = Set.of("setOut", "setErr");

    ContainedMethod(MethodVisitor next) {
        super(Opcodes.ASM9, next);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        if (opcode == Opcodes.GETSTATIC && owner.equals(SYSTEM) && STREAMS.contains(name)) {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, DOORS, "console", "()" + descriptor, false);
        } else {
            super.visitFieldInsn(opcode, owner, name, descriptor);
        }
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        String door = door(owner, name);
        if (door.isEmpty()) {
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        } else {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, DOORS, door, withReceiver(owner, descriptor), false);
        }
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        Object[] replaced = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            replaced[i] = arguments[i] instanceof Handle handle ? replaced(handle) : arguments[i];
        }
        super.visitInvokeDynamicInsn(name, descriptor, bootstrap, replaced);
    }

    private static Handle replaced(Handle handle) {
        String door = door(handle.getOwner(), handle.getName());
        return door.isEmpty()
                ? handle
                : new Handle(
                        Opcodes.H_INVOKESTATIC, DOORS, door, withReceiver(handle.getOwner(), handle.getDesc()), false);
    }

    /** {@return the method of {@link Doors} to call instead, or an empty text} */
    private static String door(String owner, String name) {
        boolean ends = (owner.equals(SYSTEM) && name.equals("exit"))
                || (owner.equals(RUNTIME) && (name.equals("exit") || name.equals("halt")));
        return ends ? name : (owner.equals(SYSTEM) && REDIRECTIONS.contains(name)) ? "redirect" : "";
    }

    private static String withReceiver(String owner, String descriptor) {
        return owner.equals(RUNTIME) ? "(L" + RUNTIME + ";" + descriptor.substring(1) : descriptor;
    }
}

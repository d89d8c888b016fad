package gradflow.repl.terminal;

import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * Who hears a signal. {@code sun.misc.Signal} is what Java has for it on every JDK, but javac warns of its name, and nothing keeps it
 * from that. So it is looked up, and a listener made as a lambda expression is, in a quarter of the time of a proxy.
 */
final class HeardSignal {
    private final Class<?> signal;
    private final Class<?> listener;
    private final MethodHandle maker;
    private final Method handle;

    /** @throws ReflectiveOperationException if this Java has no signals */
    HeardSignal() throws ReflectiveOperationException {
        signal = Class.forName("sun.misc.Signal");
        listener = Class.forName("sun.misc.SignalHandler");
        handle = signal.getMethod("handle", signal, listener);
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        MethodType heard = MethodType.methodType(void.class, signal);
        MethodType run = MethodType.methodType(void.class, Runnable.class, Object.class);
        try {
            maker = LambdaMetafactory.metafactory(
                            lookup,
                            "handle",
                            MethodType.methodType(listener, Runnable.class),
                            heard,
                            lookup.findStatic(HeardSignal.class, "run", run),
                            heard)
                    .getTarget();
        } catch (LambdaConversionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a listener does; looked up by its name. */
    static void run(Runnable work, Object unusedSignal) {
        work.run();
    }

    /** Has a signal do work, in a thread of Java's; one that this system doesn't have, or that the JVM keeps, does none. */
    void hear(String name, Runnable work) {
        heardBy(name, made(work));
    }

    /** Has a signal do what it does where nobody hears it. */
    void leave(String name) {
        try {
            heardBy(name, listener.getField("SIG_DFL").get(null));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object made(Runnable work) {
        try {
            return maker.invoke(work);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private void heardBy(String name, Object who) {
        try {
            Object unused =
                    handle.invoke(null, signal.getConstructor(String.class).newInstance(name), who);
        } catch (InvocationTargetException e) {
            // As said above; JLine asks for all that any system has.
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}

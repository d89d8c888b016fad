package gradflow.repl.engine;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.SPIResolutionException;
import org.jspecify.annotations.Nullable;

/**
 * Runs snippets inside this program: keeps the objects that they give, instead of texts of them, and the throwables; can
 * always give the prompt back.
 */
final class Execution extends DirectExecutionControl {
    private final SnippetLoader loader;
    private final Duration grace;
    private volatile @Nullable Run running;
    private volatile boolean stopAsked;
    private volatile CompletableFuture<Void> latestOver = CompletableFuture.completedFuture(null);
    private boolean compileOnly;
    private @Nullable Ended ended;
    private @Nullable Object read;
    private Use use = this::read;

    Execution(SnippetLoader loader, Duration grace) {
        super(loader);
        this.loader = loader;
        this.grace = grace;
    }

    /** Forgets the last evaluation: its end, its object, a stop that came too late for it. */
    void begin() {
        stopAsked = false;
        ended = null;
    }

    /** {@return how the latest run since {@link #begin()} ended, or null if nothing ran} */
    @Nullable
    Ended ended() {
        return ended;
    }

    /** {@return what is done as soon as nothing of the latest run goes on any more} */
    CompletableFuture<Void> latestOver() {
        return latestOver;
    }

    Ended run(Run.Task task) {
        Run run = new Run(task, loader.host(), loader.classes());
        running = run;
        latestOver = run.over();
        if (stopAsked) {
            // The stop came while the snippet was still being compiled.
            run.stop();
        }
        Ended end = run.await(grace);
        running = null;
        ended = end;
        return end;
    }

    @Override
    public void stop() {
        stopAsked = true;
        Run run = running;
        if (run != null) {
            run.stop();
        }
    }

    /** From now on, whether nothing runs that is invoked. */
    void compileOnly(boolean only) {
        compileOnly = only;
    }

    /** Ends what threads of this session still do in snippet code, once and for all. */
    void end() {
        stop();
        StopToken over = new StopToken();
        over.stop();
        loader.host().follow(over);
    }

    @Override
    public String invoke(String className, String methodName) throws RunException, InternalException {
        if (compileOnly) {
            return "";
        }
        Method method;
        try {
            method = findClass(className).getDeclaredMethod(methodName);
            method.setAccessible(true);
        } catch (ReflectiveOperationException | LinkageError e) {
            ended = new Ended.Threw(e);
            throw new InternalException(e.toString());
        }
        Ended end = run(() -> call(method));
        if (end instanceof Ended.Cut) {
            throw new StoppedException();
        }
        if (end instanceof Ended.Threw threw) {
            throw converted(threw.thrown());
        }
        // JShell wants a text of the value. Nobody reads it, and making it could take long or throw.
        return "";
    }

    private static @Nullable Object call(Method method) throws Throwable {
        try {
            return method.invoke(null);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static RunException converted(Throwable thrown) {
        return thrown instanceof SPIResolutionException gap
                ? new ResolutionException(gap.id(), gap.getStackTrace())
                : new UserException("", thrown.getClass().getName(), thrown.getStackTrace());
    }

    @Override
    public String varValue(String className, String varName) throws InternalException {
        try {
            Field field = findClass(className).getDeclaredField(varName);
            field.setAccessible(true);
            use.of(field);
            return "";
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new InternalException(e.toString());
        }
    }

    /** What is done with the field of a variable. */
    private interface Use {
        void of(Field field) throws IllegalAccessException;
    }

    private void read(Field field) throws IllegalAccessException {
        read = field.get(null);
    }

    /**
     * Empties a variable instead of reading it: JShell drops a variable by forgetting its name, while its field would hold
     * the object for as long as the session.
     *
     * @param reading asks JShell for the variable's value
     */
    void release(Supplier<String> reading) {
        using(Execution::clear, reading);
    }

    /** {@return whether a variable, instead of being read, could be given an object: not one of a type that it isn't of} */
    boolean give(@Nullable Object value, Supplier<String> reading) {
        try {
            using(field -> field.set(null, value), reading);
            return true;
        } catch (IllegalArgumentException ofAnotherType) {
            return false;
        }
    }

    private void using(Use other, Supplier<String> reading) {
        use = other;
        try {
            String unused = reading.get();
        } finally {
            use = this::read;
        }
    }

    private static void clear(Field field) throws IllegalAccessException {
        if (!field.getType().isPrimitive()) {
            field.set(null, null);
        }
    }

    /** {@return the object that {@link #varValue} read, and lets go of it} */
    @Nullable
    Object takeRead() {
        Object value = read;
        read = null;
        return value;
    }
}

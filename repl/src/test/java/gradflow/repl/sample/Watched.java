package gradflow.repl.sample;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/** An object of which a test can see whether anybody still holds it. */
public final class Watched {
    /** All that were made. */
    public static final List<WeakReference<Watched>> ALL = new ArrayList<>();

    public Watched() {
        ALL.add(new WeakReference<>(this));
    }

    /** {@return whether the i-th is still held} */
    public static boolean isHeld(int i) {
        for (int attempt = 0; attempt < 50 && ALL.get(i).get() != null; attempt++) {
            System.gc();
        }
        return ALL.get(i).get() != null;
    }

    @Override
    public String toString() {
        return "me";
    }
}

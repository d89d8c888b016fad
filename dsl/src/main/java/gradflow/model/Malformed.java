package gradflow.model;

import java.io.IOException;

/**
 * A file that isn't what it says it is. A format's reader knows what is wrong and what to do about it, but neither the
 * file's name nor the expression that asked for it: {@link TensorFile} makes the refusal.
 */
final class Malformed extends IOException {
    private final String what;
    private final String remedy;

    Malformed(String what, String remedy) {
        super(what);
        this.what = what;
        this.remedy = remedy;
    }

    String what() {
        return what;
    }

    String remedy() {
        return remedy;
    }
}

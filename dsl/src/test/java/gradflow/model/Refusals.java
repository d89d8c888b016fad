package gradflow.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradflow.internal.check.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

final class Refusals {
    private Refusals() {}

    static void refused(ThrowingCallable call, String wholeMessage) {
        assertThatThrownBy(call).isInstanceOf(Refusal.class).hasMessage(wholeMessage);
    }
}

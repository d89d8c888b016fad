package gradflow.experiment.training;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * How a training went.
 *
 * @param steps that were taken; one that left the range of a double is the last
 * @param made how many of them changed the weights
 * @param marks what the weights were like after some of them, 0 before the first
 * @param last what they are like in the end, measured when it is asked for
 * @param ending why it ended before it was meant to, in words; empty if it didn't
 */
record Course(List<Step> steps, int made, SortedMap<Integer, Mark> marks, Supplier<Mark> last, String ending) {

    Course {
        steps = List.copyOf(steps);
        marks = Collections.unmodifiableSortedMap(new TreeMap<>(marks));
    }

    double[] losses() {
        return steps.stream().mapToDouble(Step::loss).toArray();
    }

    /** {@return what the weights were like after step i, where it was measured} */
    Optional<Mark> mark(int i) {
        Optional<Mark> known = Optional.ofNullable(marks.get(i));
        return i == made && known.isEmpty() ? Optional.of(last.get()) : known;
    }

    /** {@return what the weights are like in the end} */
    Mark after() {
        return mark(made).orElseThrow();
    }

    /** {@return what the weights were like when they were drawn} */
    Mark before() {
        return Objects.requireNonNull(marks.get(0));
    }

    /** {@return the steps after which it was measured, the last one among them} */
    List<Integer> measured() {
        return Stream.concat(marks.keySet().stream().filter(i -> i < made), Stream.of(made))
                .toList();
    }

    /** {@return the last step up to i after which it was measured} */
    int measuredBefore(int i) {
        return marks.headMap(i + 1).lastKey();
    }

    /** {@return how many gradients were clipped} */
    long clipped() {
        return steps.stream().filter(step -> step.coefficient() < 1).count();
    }

    /** {@return the number of the first step whose loss or gradient left the range of a double} */
    OptionalInt brokenAt() {
        return made < steps.size() ? OptionalInt.of(steps.size()) : OptionalInt.empty();
    }
}

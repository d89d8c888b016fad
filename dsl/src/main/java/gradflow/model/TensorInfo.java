package gradflow.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a file says of one of its tensors.
 *
 * @param name its name in the file
 * @param dtype the type of its entries, in the file's words: F32, {@code <f4}
 * @param shape its dimensions, none for a scalar
 * @param real whether the entries are floating-point numbers of a kind that is read here
 */
public record TensorInfo(String name, String dtype, List<Long> shape, boolean real) {
    /** Copies. */
    public TensorInfo {
        shape = List.copyOf(shape);
    }

    /** {@return the number of entries; the file's reader has seen that it can be counted} */
    public long entries() {
        return shape.stream().reduce(1L, Math::multiplyExact);
    }

    /** {@return the shape, as 512×128; scalar without dimensions} */
    public String shapeText() {
        return shape.isEmpty() ? "scalar" : shape.stream().map(String::valueOf).collect(Collectors.joining("×"));
    }
}

package gradflow.model;

import java.nio.ByteOrder;
import java.util.Optional;

/**
 * A tensor in a file, and how to get at its entries.
 *
 * @param info what the file says of it
 * @param format of the entries, where they are floating-point numbers
 * @param order of an entry's bytes
 * @param columnsFirst whether the first index runs fastest (Fortran's order)
 * @param offset of the first entry from the start of the file, or of the archive's entry
 */
record StoredTensor(TensorInfo info, Optional<FloatFormat> format, ByteOrder order, boolean columnsFirst, long offset) {

    /** {@return this tensor, or refuses a shape whose entries can't be counted} */
    StoredTensor countable(String remedy) throws Malformed {
        try {
            if (info.shape().stream().allMatch(size -> size >= 0)
                    && Math.multiplyExact(info.entries(), Long.BYTES) >= 0) {
                return this;
            }
        } catch (ArithmeticException e) {
            // Refused below, as a negative size is.
        }
        throw new Malformed(
                said() + " can't have the shape " + Expression.cut(info.shapeText())
                        + ": sizes are 0 or more, and their product is below 2^60",
                remedy);
    }

    /** {@return the bytes that its entries take, where their format is known} */
    Optional<Long> bytes() {
        return format.map(it -> info.entries() * it.bytes());
    }

    String said() {
        return said(info.name());
    }

    /** {@return the tensor as messages name it} */
    static String said(String name) {
        return "tensor " + Expression.brief(name);
    }
}

package gradflow.notes;

import org.jspecify.annotations.Nullable;

/** What a note holds beside prose, in the order of the file. */
sealed interface Part {

    /**
     * Java in the file.
     *
     * @param text from the start of its first line on, with blanks where the file has something else: an offset in it, and
     *     {@code start}, is an offset in the file
     * @param start where it begins in the file
     */
    record Code(String text, int start) {}

    /** Hidden code. */
    record Setup(Code code, String session) implements Part {}

    /**
     * A block of Java.
     *
     * @param options of this block, over the defaults
     * @param fence offset of the opening fence
     * @param close start of the line of the closing fence
     * @param prefix what stands before the fence in its line: the container's indent or quotation marks
     * @param region the output below, if there is one
     */
    record Block(
            Code code,
            BlockOptions options,
            int fence,
            int close,
            String prefix,
            @Nullable Region region) implements Part {

        /** {@return this block with an output} */
        Block with(Region output) {
            return new Block(code, options, fence, close, prefix, output);
        }
    }

    /**
     * An expression in prose.
     *
     * @param code the expression
     * @param start of the comment
     * @param from where its value begins
     * @param to where its value ends; {@code from} if there is none yet
     * @param closed whether a comment marks the end of the value
     */
    record Inline(Code code, BlockOptions options, int start, int from, int to, boolean closed) implements Part {}

    /**
     * The output of a block, which belongs to the program.
     *
     * @param start of the opening comment
     * @param from start of the first line after it
     * @param to start of the line of the closing comment
     * @param end after the closing comment
     * @param sum as the closing comment has it
     */
    record Region(int start, int from, int to, int end, String sum) {}
}

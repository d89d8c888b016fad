package gradflow.notes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares what one part of a note shows with what stands in the file. */
final class Reconciler {
    private static final String OPEN = "<!-- gradflow:out -->";
    private static final String CLOSE = "<!-- gradflow:end ";

    private final NoteText text;
    private final Path folder;
    private final boolean all;
    private final boolean volatiles;

    private final List<Finding> drift = new ArrayList<>();
    private final List<Finding> handEdits = new ArrayList<>();
    private final List<Edit> edits = new ArrayList<>();

    /**
     * @param folder where pictures are looked for
     * @param all whether what is right is written anew too
     * @param volatiles whether that is done for volatile blocks
     */
    Reconciler(NoteText text, Path folder, boolean all, boolean volatiles) {
        this.text = text;
        this.folder = folder;
        this.all = all;
        this.volatiles = volatiles;
    }

    Reconciled of(Ran ran) {
        Optional<Picture> picture = Optional.empty();
        if (ran.status() == Ran.Status.WELL) {
            if (ran.part() instanceof Part.Inline inline) {
                inline(inline, ran);
            } else if (ran.part() instanceof Part.Block block && compares(block.options())) {
                block(block, ran);
                picture = picture(block, ran);
            }
        }
        return new Reconciled(ran, drift, handEdits, edits, picture);
    }

    private boolean compares(BlockOptions options) {
        return !options.has("norun") && (!options.has("volatile") || volatiles);
    }

    private void drift(int at, String message) {
        drift.add(Finding.of(Finding.Kind.DRIFT, text, at, message));
    }

    // ---- values in prose and in code
    // -----------------------------------------------------------------------------------

    private void inline(Part.Inline inline, Ran ran) {
        if (ran.lines().size() != 1 || ran.lines().get(0).output().kind() != Output.Kind.LINE) {
            drift.add(Finding.of(
                    Finding.Kind.FAILED, text, inline.start(), "in prose stands one value that fits into a line"));
            return;
        }
        Output output = ran.lines().get(0).output();
        boolean number = Token.of(output.text(), false).stream().allMatch(Token::number);
        String value = number || inline.closed() ? output.text() : output.text() + "<!-- gradflow:end -->";
        if (output.text().contains("<!--")) {
            drift.add(Finding.of(Finding.Kind.FAILED, text, inline.start(), "a value in prose can't hold a comment"));
        } else if (inline.from() == inline.to()) {
            drift(inline.from(), "no value here: got " + output.text());
            edits.add(new Edit(inline.from(), inline.to(), value));
        } else {
            value(inline.from(), inline.to(), output, value, inline.options());
        }
    }

    private void value(int from, int to, Output output, String value, BlockOptions options) {
        String present = text.text().substring(from, to);
        List<Comparison.Difference> differences = Comparison.of(
                List.of(new Written(present.stripTrailing(), from)),
                text.line(from),
                output.text(),
                output.exact(),
                options.tolerance());
        differences.forEach(difference -> drift(difference.at(), difference.message()));
        if (!differences.isEmpty() || (all && !present.equals(value))) {
            edits.add(new Edit(from, to, value));
        }
    }

    private void block(Part.Block block, Ran ran) {
        for (Ran.Line line : ran.lines()) {
            Optional<CodeComment> there = CodeComment.after(text, block.code(), line.end());
            if (there.isPresent()) {
                CodeComment comment = there.get();
                value(
                        comment.value(),
                        comment.end(),
                        line.output(),
                        blankBefore(comment) + line.output().text(),
                        block.options());
            } else {
                drift(line.end(), "no value here: got " + line.output().text());
                add(block, line);
            }
        }
        ran.silent().forEach(end -> stale(block, end));
        region(block, Fences.around(ran.below()));
    }

    private String blankBefore(CodeComment comment) {
        return text.text().startsWith(CodeComment.SIGN, comment.value() - CodeComment.SIGN.length()) ? " " : "";
    }

    private void add(Part.Block block, Ran.Line line) {
        String sign = CodeComment.SIGN + " " + line.output().text();
        if (CodeComment.rest(text, block.code(), line.end()).isEmpty()) {
            edits.add(new Edit(line.end(), line.end(), "  " + sign));
            return;
        }
        int start = text.lineStart(line.end());
        int lineEnd = text.lineEnd(line.end());
        int code = start;
        while (code < lineEnd
                && block.code().text().charAt(Math.max(0, code - block.code().start())) == ' ') {
            code++;
        }
        edits.add(new Edit(lineEnd, lineEnd, text.lineBreak(start) + text.text().substring(start, code) + sign));
    }

    /** A value that nothing shows any more. */
    private void stale(Part.Block block, int end) {
        CodeComment.after(text, block.code(), end).ifPresent(comment -> {
            drift(end, "no value is shown here");
            int line = text.lineStart(comment.end());
            edits.add(
                    line > end
                            ? new Edit(line, text.nextLine(comment.end()), "")
                            : new Edit(comment.start(), comment.end(), ""));
        });
    }

    // ---- outputs below a block
    // -----------------------------------------------------------------------------------------

    private void region(Part.Block block, Output content) {
        Part.Region region = block.region();
        if (content.text().contains("<!-- gradflow:")) {
            drift.add(
                    Finding.of(Finding.Kind.FAILED, text, block.fence(), "an output can't hold a comment of gradflow"));
        } else if (region == null) {
            if (!content.text().isEmpty()) {
                drift(block.fence(), "this block has no output yet:\n" + indented(content.text()));
                int end = text.lineEnd(block.close());
                edits.add(new Edit(end, end, text.lineBreak(block.close()) + written(block, content)));
            }
        } else if (content.text().isEmpty()) {
            drift(region.start(), "the block above shows nothing any more");
            isHandEdited(region);
            int end = text.lineEnd(block.close());
            edits.add(new Edit(end, region.end(), ""));
        } else {
            present(block, region, content);
        }
    }

    private void present(Part.Block block, Part.Region region, Output content) {
        List<Written> want = Written.of(text, region);
        List<Comparison.Difference> differences = Comparison.of(
                want,
                text.line(want.isEmpty() ? region.from() : want.get(0).at()),
                content.text(),
                content.exact(),
                block.options().tolerance());
        for (Comparison.Difference difference : differences) {
            drift(difference.at() < 0 ? region.start() : difference.at(), difference.message());
        }
        if (differences.isEmpty()) {
            String sum = Checksum.of(want.stream().map(Written::text).toList());
            if (all) {
                replace(block, region, content);
            } else if (!sum.equals(region.sum())) {
                // The author wrote the same in other words, which stay.
                int at = text.text().lastIndexOf("<!--", region.end());
                edits.add(new Edit(at, region.end(), CLOSE + sum + " -->"));
            }
            return;
        }
        isHandEdited(region);
        replace(block, region, content);
    }

    private void replace(Part.Block block, Part.Region region, Output content) {
        String prefix = text.text().substring(text.lineStart(region.start()), region.start());
        String written = written(block, content);
        edits.add(new Edit(
                region.start(),
                region.end(),
                written.substring(Math.min(prefix.length(), block.prefix().length()))));
    }

    /** Where nothing stands, somebody marked the place or wants it anew, and nothing can be lost. */
    private void isHandEdited(Part.Region region) {
        List<String> lines =
                Written.of(text, region).stream().map(Written::text).toList();
        if (!lines.isEmpty() && !Checksum.of(lines).equals(region.sum())) {
            handEdits.add(Finding.of(
                    Finding.Kind.WRONG,
                    text,
                    region.start(),
                    "this output was edited by hand, and weaving would overwrite it; --force does\n"
                            + indented(String.join("\n", lines))));
        }
    }

    private static String indented(String text) {
        return text.lines()
                .map(line -> ("    " + line).stripTrailing())
                .reduce((a, b) -> a + "\n" + b)
                .orElse("");
    }

    /** {@return the region, each line with the container's prefix} */
    private String written(Part.Block block, Output content) {
        List<String> lines = new ArrayList<>();
        lines.add(OPEN);
        lines.add("");
        List<String> inside = Comparison.lines(content.text());
        lines.addAll(inside);
        lines.add("");
        lines.add(CLOSE + Checksum.of(inside) + " -->");
        return String.join(
                text.lineBreak(block.close()),
                lines.stream()
                        .map(line -> (block.prefix() + line).stripTrailing())
                        .toList());
    }

    // ---- pictures
    // --------------------------------------------------------------------------------------------------------

    private Optional<Picture> picture(Part.Block block, Ran ran) {
        Optional<String> svg = ran.below().stream()
                .flatMap(output -> output.picture().stream())
                .findFirst();
        if (svg.isEmpty()) {
            return Optional.empty();
        }
        String path = block.options().value("figure").orElseThrow();
        PictureFile file = PictureFile.of(folder.resolve(path));
        String why = file.difference(svg.get(), block.options().tolerance());
        if (!why.isEmpty()) {
            drift(block.fence(), path + ": " + why);
        }
        if (file.isForeign()) {
            handEdits.add(Finding.of(
                    Finding.Kind.WRONG,
                    text,
                    block.fence(),
                    path + " is there and is no picture that gradflow wrote; --force overwrites it"));
        }
        return why.isEmpty() && !all ? Optional.empty() : Optional.of(new Picture(path, svg.get()));
    }
}

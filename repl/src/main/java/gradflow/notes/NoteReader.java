package gradflow.notes;

import gradflow.internal.check.Slips;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Finds blocks, comments and outputs in Markdown, each with its place in the file. */
final class NoteReader {
    private static final String WORD = "gradflow";
    private static final Pattern COMMENT =
            Pattern.compile("<!--\\s*gradflow(?<kind>:\\w+|:=|:)(?<body>.*?)(?:-->|\\z)", Pattern.DOTALL);
    private static final Pattern OTHER_WORD = Pattern.compile("<!--\\s*(\\w+)\\s*(?::.*)", Pattern.DOTALL);
    private static final Pattern SESSION = Pattern.compile("[ \t]*session=([\\w-]+)[ \t]*(?=\r?\n|$)");
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(?:\\d+(?:\\.\\d+)?|\\.\\d+)(?:[eE][-+]?\\d+)?|NaN|undefined|-?(?:Infinity|∞)");
    private static final Pattern CLOSED = Pattern.compile("[^\\n<]*<!--\\s*gradflow:end\\s*-->");
    private static final Pattern SUM = Pattern.compile("\\s*([\\w-]*)\\s*");
    private static final List<String> KINDS = List.of(":", ":=", ":setup", ":defaults", ":out", ":end");

    private final NoteText text;
    private final List<Part> parts = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final OptionsReader options = new OptionsReader(this::wrong);
    private Map<String, String> defaults = Map.of();
    private boolean hasDefaults;
    private @Nullable Pending pending;
    private @Nullable Opened opened;

    NoteReader(NoteText text) {
        this.text = text;
    }

    /** Options that wait for their block. */
    private record Pending(Map<String, String> options, int offset) {}

    /** The beginning of an output that waits for its end. */
    private record Opened(int start, int from) {}

    Note read() {
        Node document = Parser.builder()
                .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                .build()
                .parse(text.text());
        visit(document);
        settle();
        if (opened != null) {
            wrong(opened.start(), "this output has no end: its closing comment, gradflow:end, is missing");
        }
        return new Note(text, parts, findings);
    }

    private void wrong(int offset, String message) {
        findings.add(Finding.of(Finding.Kind.WRONG, text, offset, message));
    }

    private void visit(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof HtmlBlock html) {
                html(html);
            } else if (opened == null) {
                if (node instanceof FencedCodeBlock fence) {
                    fence(fence);
                } else if (node instanceof HtmlInline html) {
                    comment(start(html), end(html), true);
                } else {
                    if (node instanceof Block) {
                        settle();
                        orphan(node);
                    }
                    visit(node);
                }
            } else {
                visit(node);
            }
        }
    }

    private static int start(Node node) {
        return node.getSourceSpans().get(0).getInputIndex();
    }

    private static int end(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        SourceSpan span = spans.get(spans.size() - 1);
        return span.getInputIndex() + span.getLength();
    }

    /** What is left over of a comment that hidden code has ended too early. */
    private void orphan(Node block) {
        for (SourceSpan span :
                block.getFirstChild() instanceof Block ? List.<SourceSpan>of() : block.getSourceSpans()) {
            int at = span.getInputIndex();
            if (text.text().substring(at, at + span.getLength()).strip().equals("-->")) {
                wrong(at, "this ends no comment: an earlier --> has, perhaps in hidden code (write i-- > 0)");
            }
        }
    }

    /** Options are for the next block; prose between would make them look as if they were for the prose. */
    private void settle() {
        if (pending != null) {
            wrong(pending.offset(), "no Java block follows this comment (a fence of ```java)");
            pending = null;
        }
    }

    // ---- comments
    // ----------------------------------------------------------------------------------------------------

    private void html(HtmlBlock html) {
        int start = start(html);
        int end = end(html);
        String raw = text.text().substring(start, end);
        Matcher comment = COMMENT.matcher(raw);
        if (!comment.find()) {
            comment(start, end, false);
            return;
        }
        if (comment.start() == 0 && !comment.group("kind").equals(":=")) {
            if (comment.group("kind").equals(":setup") && opened == null) {
                setup(html, comment, raw);
                return;
            }
            comment(start, start + comment.end(), false);
            if (opened == null && !raw.substring(comment.end()).isBlank()) {
                wrong(start + comment.end(), "the comment ends here, and must be alone in its line");
            }
            return;
        }
        // A comment at the start of a line makes the whole line HTML, so that its Markdown is not read as such.
        do {
            comment(start + comment.start(), start + comment.end(), true);
        } while (comment.find());
        if (opened == null && raw.strip().length() > comment(raw) && raw.startsWith("<!--")) {
            findings.add(Finding.of(
                    Finding.Kind.NOTED,
                    text,
                    start,
                    "a line that begins with a comment is no Markdown: begin it with a word"));
        }
    }

    private static int comment(String raw) {
        int end = raw.lastIndexOf("-->");
        return end < 0 ? 0 : end + "-->".length();
    }

    private void comment(int start, int end, boolean inline) {
        String raw = text.text().substring(start, end);
        Matcher comment = COMMENT.matcher(raw);
        if (!comment.lookingAt()) {
            misspelt(raw, start);
            return;
        }
        String kind = comment.group("kind");
        int body = start + comment.start("body");
        if (opened != null) {
            if (kind.equals(":end") && !inline) {
                close(opened, comment, start, start + comment.end());
            }
            return;
        }
        if (inline && kind.equals(":end")) {
            if (parts.isEmpty()
                    || !(parts.get(parts.size() - 1) instanceof Part.Inline value)
                    || !value.closed()
                    || start != value.to()) {
                wrong(start, "there is no value that ends here");
            }
            return;
        }
        if (inline && !kind.equals(":=")) {
            wrong(start, "a comment of gradflow" + kind + " must stand in a line of its own");
            return;
        }
        switch (kind) {
            case ":=" -> inline(comment, start, body, start + comment.end());
            case ":" -> directive(comment.group("body"), body, start);
            case ":defaults" -> defaults(comment.group("body"), body, start);
            case ":out" -> open(comment.group("body"), start, end);
            case ":end" -> wrong(start, "there is no output that ends here");
            default -> wrong(start, "there is no gradflow" + kind + nearestKind(kind));
        }
    }

    private static String nearestKind(String kind) {
        return OptionsReader.nearest(kind, KINDS)
                .replace("did you mean :", "did you mean gradflow:")
                .replace("; the keys are", "; there are");
    }

    private void misspelt(String raw, int start) {
        Matcher other = OTHER_WORD.matcher(raw);
        if (opened == null
                && other.lookingAt()
                && Slips.between(other.group(1), WORD) <= 2
                && !raw.startsWith(WORD + "-", other.start(1))) {
            wrong(start + other.start(1), "there is no " + other.group(1) + ": did you mean " + WORD + ":?");
        }
    }

    private void setup(HtmlBlock html, Matcher comment, String raw) {
        settle();
        int start = start(html);
        int body = comment.start("body");
        String rest = raw.substring(comment.end());
        if (!raw.substring(0, comment.end()).endsWith("-->") || !rest.isBlank()) {
            wrong(
                    start + Math.max(0, comment.end() - "-->".length()),
                    "--> ends the comment here, and what follows would be seen: write i-- > 0, or move it to a line of its own");
            return;
        }
        Matcher session = SESSION.matcher(raw).region(body, raw.length());
        boolean named = session.lookingAt();
        int from = start + (named ? session.end() : body);
        int to = start + comment.end("body");
        parts.add(new Part.Setup(code(html.getSourceSpans(), from, to), named ? session.group(1) : ""));
    }

    private void directive(String body, int from, int start) {
        settle();
        pending = new Pending(options.read(body, from, false), start);
    }

    private void defaults(String body, int from, int start) {
        settle();
        if (hasDefaults) {
            wrong(start, "defaults are said once");
        } else if (!parts.isEmpty()) {
            wrong(start, "defaults must come before the first block");
        }
        hasDefaults = true;
        defaults = options.read(body, from, true);
    }

    private void inline(Matcher comment, int start, int body, int end) {
        settle();
        if (!comment.group().endsWith("-->") || comment.group("body").isBlank()) {
            wrong(start, "an expression was expected here");
            return;
        }
        Matcher closed = CLOSED.matcher(text.text()).region(end, text.text().length());
        Matcher number = NUMBER.matcher(text.text()).region(end, text.text().length());
        boolean isClosed = closed.lookingAt();
        int to = isClosed ? text.text().indexOf("<!--", end) : number.lookingAt() ? number.end() : end;
        Part.Code code = new Part.Code(comment.group("body").replace('\r', ' '), body);
        parts.add(new Part.Inline(code, BlockOptions.over(defaults, Map.of()), start, end, to, isClosed));
    }

    // ---- blocks and their outputs
    // --------------------------------------------------------------------------------------

    private void fence(FencedCodeBlock fence) {
        String language = String.valueOf(fence.getInfo()).strip().split("\\s", 2)[0];
        if (!language.equalsIgnoreCase("java")) {
            settle();
            return;
        }
        int start = start(fence);
        List<SourceSpan> spans = fence.getSourceSpans();
        if (fence.getClosingFenceLength() == null) {
            wrong(start, "this block has no end: a closing fence is missing");
            pending = null;
            return;
        }
        int closing = spans.get(spans.size() - 1).getInputIndex();
        int from = text.nextLine(start);
        int close = text.lineStart(closing);
        BlockOptions own = BlockOptions.over(defaults, pending == null ? Map.of() : pending.options());
        pending = null;
        Part.Code code = code(spans.subList(1, spans.size() - 1), from, close);
        parts.add(new Part.Block(code, own, start, close, prefix(close), null));
    }

    /** {@return what stands in a line before the fence or comment in it} */
    private String prefix(int lineStart) {
        int at = lineStart;
        while (at < text.text().length() && " \t>".indexOf(text.text().charAt(at)) >= 0) {
            at++;
        }
        return text.text().substring(lineStart, at);
    }

    /** {@return the code of these spans between two offsets, with blanks in place of all that isn't in the spans} */
    private Part.Code code(List<SourceSpan> spans, int from, int to) {
        char[] code = new char[Math.max(0, to - from)];
        for (int i = 0; i < code.length; i++) {
            code[i] = text.text().charAt(from + i) == '\n' ? '\n' : ' ';
        }
        for (SourceSpan span : spans) {
            int start = Math.max(from, span.getInputIndex());
            int end = Math.min(to, span.getInputIndex() + span.getLength());
            if (start < end) {
                text.text().getChars(start, end, code, start - from);
            }
        }
        return new Part.Code(new String(code).replace('\r', ' '), from);
    }

    private void open(String body, int start, int end) {
        settle();
        if (!body.isBlank()) {
            wrong(start, "gradflow:out takes nothing");
        }
        if (parts.isEmpty()
                || !(parts.get(parts.size() - 1) instanceof Part.Block block)
                || block.region() != null
                || !between(text.nextLine(block.close()), start)) {
            wrong(start, "there is no block above this output");
        }
        opened = new Opened(start, text.nextLine(end));
    }

    private boolean between(int from, int to) {
        return text.text().substring(Math.min(from, to), to).matches("[\\s>]*");
    }

    private void close(Opened open, Matcher comment, int start, int end) {
        opened = null;
        Matcher sum = SUM.matcher(comment.group("body"));
        Part.Region region = new Part.Region(
                open.start(), open.from(), text.lineStart(start), end, sum.matches() ? sum.group(1) : "");
        int at = parts.size() - 1;
        if (at >= 0 && parts.get(at) instanceof Part.Block block && block.region() == null) {
            parts.set(
                    at,
                    new Part.Block(
                            block.code(), block.options(), block.fence(), block.close(), block.prefix(), region));
        }
    }
}

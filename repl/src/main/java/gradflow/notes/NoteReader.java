package gradflow.notes;

import gradflow.internal.check.Slips;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private static final List<String> KINDS = List.of(":", ":=", ":setup", ":defaults", ":out", ":end");

    private final NoteText text;
    private final List<Part> parts = new ArrayList<>();
    private final Set<String> figures = new HashSet<>();
    private final RegionReader regions;
    private final List<Finding> findings = new ArrayList<>();
    private final OptionsReader options = new OptionsReader(this::wrong);
    private Map<String, String> defaults = Map.of();
    private boolean hasDefaults;
    private @Nullable Pending pending;

    NoteReader(NoteText text) {
        this.text = text;
        regions = new RegionReader(text, parts, this::wrong);
    }

    /** Options that wait for their block. */
    private record Pending(Map<String, String> options, int offset) {}

    Note read() {
        Node document = Parser.builder()
                .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                .build()
                .parse(text.text());
        visit(document);
        settle();
        regions.finish();
        return new Note(text, parts, findings);
    }

    private void wrong(int offset, String message) {
        findings.add(Finding.of(Finding.Kind.WRONG, text, offset, message));
    }

    private void visit(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof HtmlBlock html) {
                html(html);
            } else if (!regions.isOpen()) {
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
            if (comment.group("kind").equals(":setup") && !regions.isOpen()) {
                setup(html, comment, raw);
                return;
            }
            comment(start, start + comment.end(), false);
            if (!regions.isOpen() && !raw.substring(comment.end()).isBlank()) {
                wrong(start + comment.end(), "the comment ends here, and must be alone in its line");
            }
            return;
        }
        // A comment at the start of a line makes the whole line HTML, so that its Markdown is not read as such.
        do {
            comment(start + comment.start(), start + comment.end(), true);
        } while (comment.find());
        if (!regions.isOpen() && raw.strip().length() > comment(raw) && raw.startsWith("<!--")) {
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
        if (regions.isOpen()) {
            if (kind.equals(":end") && !inline) {
                regions.close(comment.group("body"), start, start + comment.end());
            }
            return;
        }
        if (inline && kind.equals(":end")) {
            if (!InlineReader.endsAt(parts, start)) {
                wrong(start, "there is no value that ends here");
            }
            return;
        }
        if (inline && !kind.equals(":=")) {
            wrong(start, "a comment of gradflow" + kind + " must stand in a line of its own");
            return;
        }
        switch (kind) {
            case ":=" -> inline(comment.group("body"), body, start, end);
            case ":" -> directive(comment.group("body"), body, start);
            case ":defaults" -> defaults(comment.group("body"), body, start);
            case ":out" -> {
                settle();
                regions.open(comment.group("body"), start, end);
            }
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
        if (!regions.isOpen()
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
        parts.add(new Part.Setup(Blanked.code(text, html.getSourceSpans(), from, to), named ? session.group(1) : ""));
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

    private void inline(String body, int from, int start, int end) {
        settle();
        if (!text.text().startsWith("-->", end - 3) || body.isBlank()) {
            wrong(start, "an expression was expected here");
        } else {
            parts.add(InlineReader.read(text, new Part.Code(body.replace('\r', ' '), from), defaults, start, end));
        }
    }

    // ---- blocks
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
        own.value("figure")
                .filter(path -> !figures.add(path))
                .ifPresent(path ->
                        wrong(start, path + " is the figure of an earlier block: each needs a file of its own"));
        Part.Code code = Blanked.code(text, spans.subList(1, spans.size() - 1), from, close);
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
}

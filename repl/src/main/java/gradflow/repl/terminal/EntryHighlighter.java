package gradflow.repl.terminal;

import gradflow.repl.command.Commands;
import gradflow.repl.terminal.Theme.Part;
import gradflow.repl.typing.Brackets;
import gradflow.repl.typing.JavaLexer;
import gradflow.repl.typing.References;
import gradflow.repl.typing.Token;
import gradflow.repl.typing.Token.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** Colours an entry while it is being typed, marks what can't be right, and the partner of the bracket at the cursor. */
final class EntryHighlighter implements Highlighter {
    /** Above it typing would be felt; a pasted file is coloured, but its words aren't looked up. */
    private static final int MOST_LOOKED_UP = 4000;

    private static final Set<String> OF_EVERY_OBJECT = Set.of(
            "equals",
            "getClass",
            "hashCode",
            "notify",
            "notifyAll",
            "toString",
            "wait",
            "length",
            "class",
            "this",
            "new");

    private final Insight insight;
    private final Theme look;

    EntryHighlighter(Insight insight, Theme look) {
        this.insight = insight;
        this.look = look;
    }

    @Override
    public AttributedString highlight(LineReader reader, String entry) {
        if (look == Theme.NONE || (reader instanceof EntryReader asking && !asking.isAided())) {
            return new AttributedString(entry);
        }
        boolean editing = !(reader instanceof EntryReader own) || own.isEditing();
        int cursor = reader.getBuffer().cursor();
        int java = Commands.isCommand(entry) ? endOfCommand(entry) : 0;
        AttributedStringBuilder text = new AttributedStringBuilder();
        text.styled(look.style(Part.KEYWORD), entry.substring(0, java));
        String code = entry.substring(java);
        int at = 0;
        List<Token> tokens = JavaLexer.tokens(code);
        Set<Integer> wrong =
                java > 0 || code.length() > MOST_LOOKED_UP ? Set.of() : wrong(code, tokens, editing ? cursor : -1);
        Brackets brackets = Brackets.of(code, tokens);
        Set<Integer> pair = editing ? pair(brackets, cursor - java) : Set.of();
        for (Token token : tokens) {
            text.append(code, at, token.start());
            Part part = wrong.contains(token.start()) || brackets.isWrong(token.start())
                    ? Part.WRONG
                    : pair.contains(token.start()) ? Part.PARTNER : part(token, code);
            text.styled(look.style(part), token.in(code));
            at = token.end();
        }
        return text.append(code, at, code.length()).toAttributedString();
    }

    private static int endOfCommand(String entry) {
        int end = 0;
        while (end < entry.length() && !Character.isWhitespace(entry.charAt(end))) {
            end++;
        }
        return end;
    }

    private Part part(Token token, String code) {
        return switch (token.kind()) {
            case KEYWORD -> Part.KEYWORD;
            case LITERAL -> Part.LITERAL;
            case NUMBER -> Part.NUMBER;
            case COMMENT -> Part.COMMENT;
            case TYPE -> insight.isWord(token.in(code)) ? Part.WORD : Part.TYPE;
            case NAME -> insight.isWord(token.in(code)) ? Part.WORD : Part.PLAIN;
            default -> Part.PLAIN;
        };
    }

    private static Set<Integer> pair(Brackets brackets, int cursor) {
        int at = brackets.partner(cursor - 1).isPresent() ? cursor - 1 : cursor;
        return brackets.partner(at).isPresent()
                ? Set.of(at, brackets.partner(at).getAsInt())
                : Set.of();
    }

    /** {@return where words begin that mean nothing} One that the cursor is at is still being typed. */
    private Set<Integer> wrong(String code, List<Token> tokens, int cursor) {
        Set<Integer> wrong = new HashSet<>();
        for (Token word : References.free(code, tokens)) {
            String name = word.in(code);
            if (word.end() != cursor
                    && !name.startsWith("_")
                    && !insight.isKnown(name).orElse(true)) {
                wrong.add(word.start());
            }
        }
        for (Token word : tokens) {
            if (word.kind() == Kind.NAME && isNoMember(code, tokens, word, word.end() == cursor)) {
                wrong.add(word.start());
            }
        }
        return wrong;
    }

    private boolean isNoMember(String code, List<Token> tokens, Token word, boolean unfinished) {
        String name = word.in(code);
        Optional<Set<String>> members =
                References.owner(code, tokens, word.start()).flatMap(insight::members);
        if (members.isEmpty() || members.get().isEmpty() || OF_EVERY_OBJECT.contains(name)) {
            return false;
        }
        return unfinished
                ? members.get().stream().noneMatch(member -> member.startsWith(name))
                : !members.get().contains(name);
    }
}

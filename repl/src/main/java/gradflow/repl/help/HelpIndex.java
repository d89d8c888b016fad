package gradflow.repl.help;

import gradflow.internal.check.Slips;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All entries: the words and types of the dsl, and the concepts. Reading it takes some milliseconds, once.
 *
 * <p>The words a person types first are those of {@code Gradflow}; the words of a chain are those of the type that the
 * chain has so far.
 */
public final class HelpIndex {
    /** The type whose words begin a chain. */
    public static final String FIRST = "Gradflow";

    private static final String WORDS = "words.tsv";
    private static final String CONCEPTS = "concepts.md";

    /** As many slips as still leave a guess likely to be right, for each so many letters. */
    private static final int LETTERS_A_SLIP = 3;

    private final List<Entry> entries;
    private final Map<String, List<Entry>> byOwner = new LinkedHashMap<>();
    private final Map<String, List<Entry>> byName = new LinkedHashMap<>();

    private static final class Standard {
        static final HelpIndex INDEX = new HelpIndex(
                Stream.concat(read(WORDS).lines().map(EntryLines::entry), Concepts.of(read(CONCEPTS)).stream())
                        .toList());
    }

    HelpIndex(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        for (Entry entry : this.entries) {
            byName.computeIfAbsent(key(entry.name()), key -> new ArrayList<>()).add(entry);
            if (entry.kind() == Entry.Kind.WORD || entry.kind() == Entry.Kind.CONSTANT) {
                byOwner.computeIfAbsent(entry.owner(), key -> new ArrayList<>()).add(entry);
            }
        }
    }

    /** {@return the program's own} */
    public static HelpIndex standard() {
        return Standard.INDEX;
    }

    /** {@return whether the build made one: an IDE that compiles by itself doesn't} */
    public static boolean isThere() {
        return HelpIndex.class.getResource(WORDS) != null;
    }

    /** {@return everything, in order} */
    public List<Entry> all() {
        return entries;
    }

    /**
     * {@return the words that can follow on a value of a type, overloads one after the other}
     *
     * @param type its simple name, {@code Rnn}; {@link #FIRST} for the words that begin a chain
     */
    public List<Entry> members(String type) {
        return byOwner.getOrDefault(type, List.of());
    }

    /** {@return a word of a type, each overload an entry} */
    public List<Entry> members(String type, String name) {
        return members(type).stream().filter(entry -> entry.name().equals(name)).toList();
    }

    /** {@return everything of a name, whatever its case: a word of several types, a type, a concept} */
    public List<Entry> named(String name) {
        return byName.getOrDefault(key(name), List.of());
    }

    /** {@return a type of the dsl} */
    public Optional<Entry> type(String name) {
        return named(name).stream()
                .filter(entry -> entry.kind() == Entry.Kind.TYPE)
                .findFirst();
    }

    /** {@return names that somebody may have meant, the likeliest first} */
    public List<String> nearest(String misspelt, int most) {
        String wanted = key(misspelt);
        int slips = Math.max(1, wanted.length() / LETTERS_A_SLIP);
        return byName.entrySet().stream()
                .filter(named -> Slips.between(named.getKey(), wanted) <= slips
                        || (wanted.length() >= LETTERS_A_SLIP && named.getKey().contains(wanted)))
                .sorted(Comparator.comparingInt(named -> Slips.between(named.getKey(), wanted)))
                .limit(most)
                .map(named -> named.getValue().get(0).name())
                .toList();
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s'’-]+", " ");
    }

    private static String read(String resource) {
        try (InputStream in = HelpIndex.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package gradflow.repl.help;

import gradflow.internal.check.Slips;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s'’-]+");

    private static volatile boolean there;

    private final List<Item> words;
    private final Map<String, List<Item>> byOwner = new LinkedHashMap<>();

    private static final class Standard {
        static final HelpIndex INDEX = new HelpIndex();
    }

    /** What a completion has no need of, so that the first one doesn't wait for it. */
    private static final class ByName {
        static final List<Item> ALL = Stream.concat(
                        standard().words.stream(),
                        Concepts.of(read(CONCEPTS, StandardCharsets.UTF_8)).stream()
                                .map(Item::of))
                .toList();
        static final Map<String, List<Item>> NAMED = ALL.stream()
                .collect(Collectors.groupingBy(item -> key(item.name()), LinkedHashMap::new, Collectors.toList()));
    }

    private HelpIndex() {
        words = read(WORDS, StandardCharsets.ISO_8859_1).lines().map(Item::of).toList();
        for (Item item : words) {
            if (item.isMember()) {
                byOwner.computeIfAbsent(item.owner(), key -> new ArrayList<>()).add(item);
            }
        }
    }

    private static List<Entry> entries(List<Item> items) {
        return items.stream().map(Item::entry).toList();
    }

    /** {@return the program's own} */
    public static HelpIndex standard() {
        return Standard.INDEX;
    }

    /** {@return whether the build made one: an IDE that compiles by itself doesn't} */
    public static boolean isThere() {
        // Asked for each word of a list; the answer no is not kept, since a build may be at it.
        if (!there) {
            there = HelpIndex.class.getResource(WORDS) != null;
        }
        return there;
    }

    /** {@return everything, in order} */
    public List<Entry> all() {
        return entries(ByName.ALL);
    }

    /**
     * {@return the words that can follow on a value of a type, overloads one after the other}
     *
     * @param type its simple name, {@code Rnn}; {@link #FIRST} for the words that begin a chain
     */
    public List<Entry> members(String type) {
        return entries(byOwner.getOrDefault(type, List.of()));
    }

    /** {@return a word of a type, each overload an entry} */
    public List<Entry> members(String type, String name) {
        return byOwner.getOrDefault(type, List.of()).stream()
                .filter(item -> item.name().equals(name))
                .map(Item::entry)
                .toList();
    }

    /** {@return everything of a name, whatever its case: a word of several types, a type, a concept} */
    public List<Entry> named(String name) {
        return entries(ByName.NAMED.getOrDefault(key(name), List.of()));
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
        return ByName.NAMED.entrySet().stream()
                .filter(named -> Slips.between(named.getKey(), wanted) <= slips
                        || (wanted.length() >= LETTERS_A_SLIP && named.getKey().contains(wanted)))
                .sorted(Comparator.comparingInt(named -> Slips.between(named.getKey(), wanted)))
                .limit(most)
                .map(named -> named.getValue().get(0).name())
                .toList();
    }

    private static String key(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return lower.chars().allMatch(Character::isLetterOrDigit)
                ? lower
                : BETWEEN_WORDS.matcher(lower).replaceAll(" ");
    }

    private static String read(String resource, Charset charset) {
        try (InputStream in = HelpIndex.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not in the program");
            }
            return new String(in.readAllBytes(), charset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

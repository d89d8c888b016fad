package gradflow.notes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words after {@code check} or {@code weave}.
 *
 * @param options each option that was given, with its value where it takes one
 */
record NotesArguments(List<String> files, Map<String, String> options) {
    private static final List<String> BOTH = List.of("--help", "--allow-empty");
    private static final List<String> CHECK = List.of("--twice", "--github");
    private static final List<String> WEAVE =
            List.of("--stdout", "--out", "--to", "--strip", "--tangle", "--all", "--force", "--volatile");
    private static final List<String> WITH_VALUE = List.of("--out", "--tangle", "--to");

    boolean has(String option) {
        return options.containsKey(option);
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(options.get(option));
    }

    static NotesArguments of(String command, List<String> words) throws Refused {
        List<String> known = new ArrayList<>(BOTH);
        known.addAll(command.equals("check") ? CHECK : WEAVE);
        List<String> files = new ArrayList<>();
        Map<String, String> options = new LinkedHashMap<>();
        boolean filesOnly = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (filesOnly || !word.startsWith("-")) {
                files.add(word);
            } else if (word.equals("--")) {
                filesOnly = true;
            } else if (word.equals("-h")) {
                options.put("--help", "");
            } else {
                int sign = word.indexOf('=');
                String option = sign < 0 ? word : word.substring(0, sign);
                if (!known.contains(option)) {
                    throw new Refused(command + " has no option " + option
                            + OptionsReader.nearest(option, known).replace("the keys are", "the options are"));
                }
                boolean takes = WITH_VALUE.contains(option);
                if (sign >= 0 && !takes) {
                    throw new Refused(option + " takes no value");
                }
                if (takes && sign < 0 && i + 1 == words.size()) {
                    throw new Refused(option + ": its value is missing");
                }
                options.put(option, !takes ? "" : sign >= 0 ? word.substring(sign + 1) : words.get(++i));
            }
        }
        if (files.isEmpty() && !options.containsKey("--help")) {
            throw new Refused(command + ": which notes? gradflow " + command + " notes.md");
        }
        return new NotesArguments(files, options);
    }
}

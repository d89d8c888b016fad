package gradflow.repl.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Import declarations, read.
 *
 * @param packages all of whose types are imported
 * @param types that are imported one by one, {@code java.util.Map.Entry}
 * @param owners types all of whose static members are imported
 * @param members that are imported one by one, {@code java.lang.Math.sqrt}
 * @param areUnderstood whether there is nothing among them that would be a gap
 */
record Imports(
        List<String> packages, List<String> types, List<String> owners, List<String> members, boolean areUnderstood) {
    private static final Pattern IMPORT =
            Pattern.compile("import\\s+(static\\s+)?([\\w$]+(?:\\.[\\w$]+)*)(\\.\\*)?\\s*;\\s*");

    /** {@return what some declarations say, several in a text or one} */
    static Imports of(List<String> declarations) {
        List<String> packages = new ArrayList<>(List.of("java.lang"));
        List<String> types = new ArrayList<>();
        List<String> owners = new ArrayList<>();
        List<String> members = new ArrayList<>();
        boolean understood = true;
        for (String text : declarations) {
            Matcher one = IMPORT.matcher(text);
            int end = 0;
            while (one.find(end) && one.start() == end) {
                boolean all = one.group(3) != null;
                List<String> kind = one.group(1) == null ? (all ? packages : types) : all ? owners : members;
                kind.add(one.group(2));
                end = one.end();
            }
            understood &= end == text.length();
        }
        return new Imports(packages, types, owners, members, understood);
    }
}

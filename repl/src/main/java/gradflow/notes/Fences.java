package gradflow.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The fences that outputs stand in below a block. */
final class Fences {
    private static final Pattern RUN = Pattern.compile("`{3,}");

    private Fences() {}

    /** {@return what stands below a block as Markdown, and the same with all digits} */
    static Output around(List<Output> below) {
        List<String> texts = new ArrayList<>();
        List<String> exacts = new ArrayList<>();
        for (int i = 0; i < below.size(); i++) {
            if (below.get(i).kind() == Output.Kind.MARKDOWN) {
                texts.add(below.get(i).text());
                exacts.add(below.get(i).exact());
                continue;
            }
            // One fence for all text that follows each other.
            int end = i;
            while (end < below.size() && below.get(end).kind() != Output.Kind.MARKDOWN) {
                end++;
            }
            List<Output> fenced = below.subList(i, end);
            String text = String.join("\n", fenced.stream().map(Output::text).toList());
            String exact = String.join("\n", fenced.stream().map(Output::exact).toList());
            String fence = of(text);
            texts.add(fence + "text\n" + text + "\n" + fence);
            exacts.add(fence + "text\n" + exact + "\n" + fence);
            i = end - 1;
        }
        return Output.markdown(String.join("\n\n", texts), String.join("\n\n", exacts));
    }

    /** {@return a fence that no run of backticks in a text closes} */
    static String of(String text) {
        int longest = RUN.matcher(text)
                .results()
                .mapToInt(run -> run.group().length())
                .max()
                .orElse(2);
        return "`".repeat(longest + 1);
    }
}

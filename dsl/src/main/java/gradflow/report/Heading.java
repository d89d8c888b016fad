package gradflow.report;

import gradflow.report.text.FlatText;
import java.util.ArrayList;
import java.util.List;

/** What stands above a table, in every form for people. */
final class Heading {
    private Heading() {}

    /** {@return the title, and the expression where the title doesn't have it, so that the result can be had again} */
    static List<String> titles(Report report) {
        String title = FlatText.of(report.title());
        String expression = FlatText.of(report.provenance().expression());
        return title.contains(expression) ? List.of(title) : List.of(title, expression);
    }

    /** {@return the facts, each as {@code name = value}, and the seed if there is one} */
    static List<String> facts(Report report) {
        List<String> facts = new ArrayList<>();
        for (Fact fact : report.facts()) {
            String value = CellText.of(fact.value(), fact.format());
            facts.add(FlatText.of(fact.name()) + (value.isEmpty() ? "" : " = " + value));
        }
        report.provenance().seed().ifPresent(seed -> facts.add("seed " + seed));
        return facts;
    }
}

package gradflow.result;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The account of a loss or gain in words, the largest item first.
 *
 * @param causes what there is to charge
 * @param part what a cause has been charged with, nepers
 * @param total the sum of the parts
 * @param steps over which the parts were added up
 */
record Account(List<String> causes, ToDoubleFunction<String> part, double total, int steps) {
    /** Nepers a step, and as a part of the largest item: what is smaller is rounding. */
    private static final double ROUNDING = 1e-12;

    /**
     * {@return for example: of 9.5 nepers lost over 20 steps the weights account for 8.91 (94 %), …}
     *
     * @param cut what to say instead if there is no whole to charge
     */
    String sentence(String cut) {
        if (Double.isNaN(total) || Double.isInfinite(total)) {
            return cut.isEmpty() ? "undefined: there is no signal to account for" : cut;
        }
        List<String> with = causes.stream()
                .filter(cause -> amount(cause) != 0 && amount(cause) > 0 == total > 0)
                .sorted(byAmount())
                .toList();
        List<String> against = causes.stream()
                .filter(cause -> amount(cause) != 0 && amount(cause) > 0 != total > 0)
                .sorted(byAmount())
                .toList();
        List<String> none = causes.stream().filter(cause -> amount(cause) == 0).toList();
        if (with.isEmpty()) {
            return "nothing is lost or gained over " + counted();
        }
        StringBuilder text = new StringBuilder("of " + Sentences.factor(Math.abs(total)) + " nepers "
                + (total < 0 ? "lost" : "gained") + " over " + counted());
        for (String cause : with) {
            text.append(
                            cause.equals(with.get(0))
                                    ? " " + named(cause) + accounts(cause) + " for "
                                    : ", " + named(cause) + " for ")
                    .append(Sentences.factor(Math.abs(amount(cause))))
                    .append(against.isEmpty() ? percent(cause) : "");
        }
        for (String cause : against) {
            text.append(cause.equals(against.get(0)) ? "; against it " : ", ")
                    .append(named(cause))
                    .append(total < 0 ? " gained " : " took ")
                    .append(Sentences.factor(Math.abs(amount(cause))));
        }
        for (String cause : none) {
            text.append(cause.equals(none.get(0)) ? "; nothing by " : ", ").append(named(cause));
        }
        return text.toString();
    }

    private Comparator<String> byAmount() {
        return Comparator.comparingDouble(cause -> -Math.abs(amount(cause)));
    }

    private double amount(String cause) {
        double most = causes.stream()
                .mapToDouble(c -> Math.abs(part.applyAsDouble(c)))
                .max()
                .orElse(0);
        double own = part.applyAsDouble(cause);
        return Math.abs(own) <= ROUNDING * Math.max(most, steps) ? 0 : own;
    }

    private String counted() {
        return steps + (steps == 1 ? " step" : " steps");
    }

    private String percent(String cause) {
        long share = Math.round(100 * amount(cause) / total);
        return " (" + (share == 0 ? "<1" : share) + " %)";
    }

    static String named(String cause) {
        return switch (cause) {
            case "weights" -> "the weights";
            case "added" -> "what is added";
            case "cell", "kept", "hidden" -> "the " + cause + " path";
            default -> cause;
        };
    }

    private static String accounts(String cause) {
        return cause.equals("weights") ? " account" : " accounts";
    }
}

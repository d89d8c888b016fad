package gradflow.network;

import static gradflow.Gradflow.gru;
import static gradflow.Gradflow.lstm;
import static gradflow.Gradflow.rnn;

import gradflow.internal.check.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program for a small heap: asks each question of a long run and, where it is refused, of the run that is proposed instead. */
final class SmallHeap {
    private static final Pattern PROPOSED = Pattern.compile("try: unroll\\((\\d+)\\)");

    private SmallHeap() {}

    /** Writes a line a question: the numbers of steps that were asked for, the last of which was answered. */
    public static void main(String[] steps) {
        Map<String, IntFunction<Unrolled>> networks = new LinkedHashMap<>();
        networks.put("rnn", rnn().hidden(4)::unroll);
        networks.put("lstm", lstm().hidden(4)::unroll);
        networks.put("gru", gru().hidden(4)::unroll);
        Map<Answer, Function<Unrolled, Object>> questions = new LinkedHashMap<>();
        questions.put(Answer.GRAD_NORMS, Unrolled::gradNorms);
        questions.put(Answer.WHY, Unrolled::why);
        questions.put(Answer.STATES, Unrolled::states);
        questions.put(Answer.JACOBIANS, Unrolled::jacobians);
        questions.put(Answer.WEIGHT_GRAD, Unrolled::weightGrad);
        questions.put(Answer.INPUT_GRADS, Unrolled::inputGrads);
        questions.put(Answer.CLIP_STEPS, run -> run.clipSteps(1));
        questions.put(Answer.GATES, Unrolled::gates);
        networks.forEach((name, network) -> questions.forEach((answer, question) -> {
            if (answer != Answer.GATES || !name.equals("rnn")) {
                System.out.println(name + " " + answer + " " + asked(network, question, Integer.parseInt(steps[0])));
            }
        }));
    }

    private static List<Integer> asked(IntFunction<Unrolled> network, Function<Unrolled, Object> question, int steps) {
        int proposed;
        try {
            String shown = question.apply(network.apply(steps)).toString();
            return shown.isEmpty() ? List.of() : List.of(steps);
        } catch (Refusal e) {
            Matcher remedy = PROPOSED.matcher(String.valueOf(e.getMessage()));
            if (!remedy.find()) {
                throw e;
            }
            proposed = Integer.parseInt(remedy.group(1));
        }
        question.apply(network.apply(proposed)).toString();
        return List.of(steps, proposed);
    }
}

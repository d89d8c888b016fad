package gradflow.pytorch;

import gradflow.network.Unrolled;
import gradflow.report.Format;
import gradflow.result.GradNorms;
import gradflow.result.InputGrads;
import gradflow.result.States;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Our numbers, laid out as a script prints PyTorch's. */
final class Printed {
    private static final Format SCIENTIFIC = Format.scientific(3);
    private static final Format FIXED = Format.fixed(3);

    private Printed() {}

    static String of(Unrolled network) {
        GradNorms grads = network.gradNorms();
        States states = network.states();
        InputGrads inputs = network.inputGrads();
        boolean isScalar = network.toString().startsWith("scalar");
        boolean isLstm = network.toString().startsWith("lstm");
        int last = grads.values().length - 1;
        StringBuilder text = new StringBuilder(line(heads(isLstm, isScalar)));
        for (int t = 0; t <= last; t++) {
            List<String> row = new ArrayList<>();
            row.add("" + t);
            row.add(SCIENTIFIC.text(grads.norm(t)));
            row.add(t < last && grads.norm(t + 1) != 0 ? FIXED.text(grads.ratio(t)) : "");
            row.add(grads.norm(t) == 0 ? "" : FIXED.text(grads.log10(t)));
            if (isLstm) {
                row.add(SCIENTIFIC.text(grads.cellNorm(t)));
            }
            row.add(SCIENTIFIC.text(states.norm(t)));
            if (!isScalar) {
                row.add(t == 0 ? "" : SCIENTIFIC.text(inputs.norm(t)));
            }
            text.append(line(row));
        }
        return text + "|dL/d" + (isScalar ? "w" : "W_hh") + "|_F = "
                + SCIENTIFIC.text(network.weightGrad().norm()) + "\n";
    }

    private static List<String> heads(boolean isLstm, boolean isScalar) {
        List<String> heads = new ArrayList<>(List.of("t", "|dL/dh_t|", "ratio", "log10", "|h_t|"));
        if (isLstm) {
            heads.add(4, "|dL/dc_t|");
        }
        if (!isScalar) {
            heads.add("|dL/dx_t|");
        }
        return heads;
    }

    private static String line(List<String> cells) {
        return cells.stream().map("%10s"::formatted).collect(Collectors.joining(" ", "", "\n"));
    }
}

package gradflow.network;

import gradflow.model.TorchFunction;
import java.util.Set;
import java.util.stream.Collectors;

/** What every script for PyTorch begins with. It is ASCII, so that no encoding between our output and a Python can break it. */
public final class TorchPage {
    private static final String HEAD = """
            # The experiment
            #
            #     %expression
            #
            # in PyTorch. Save this as check.py and run: python3 check.py (PyTorch 1.13 or newer).
            # Draws are float32, as PyTorch makes them; what follows from them is computed in float64.

            %modulesimport math

            import torch
            from torch import nn
            """;

    private TorchPage() {}

    /**
     * {@return the script}
     *
     * @param expression what it says it does
     * @param functions of ours that it calls
     * @param body what it does
     */
    public static String of(String expression, Set<TorchFunction> functions, String body) {
        String definitions = functions.stream()
                .map(TorchFunction::definition)
                .map(definition -> definition + "\n\n")
                .collect(Collectors.joining());
        return HEAD.replace("%modules", functions.contains(TorchFunction.LOAD) ? "import json\n" : "")
                        .replace("%expression", ascii(expression))
                + "\n\n" + definitions + body;
    }

    /** {@return the text in ASCII: Java reads these escapes as the characters themselves, also in the expression} */
    private static String ascii(String expression) {
        return expression
                .chars()
                .mapToObj(c -> c >= ' ' && c <= '~'
                        ? String.valueOf((char) c)
                        : "\\u" + Integer.toHexString(0x10000 | c).substring(1))
                .collect(Collectors.joining());
    }
}

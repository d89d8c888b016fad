package gradflow.experiment.training;

import gradflow.internal.kernel.Mat;
import java.util.List;

/**
 * Sequences and what is wanted of them.
 *
 * @param inputs T×m each
 * @param targets a row a step each, or one row, wanted at the last step; a class is a row of its number
 */
record Sequences(List<Mat> inputs, List<Mat> targets) {}

package gradflow.experiment.training;

import gradflow.internal.check.Numerals;
import gradflow.internal.kernel.Descent;
import gradflow.internal.kernel.Mat;
import java.util.List;

/** How weights follow from gradients. */
sealed interface Optimiser {

    /** {@return it at work on these weights} */
    Descent begin(List<Mat> weights);

    /** {@return it in PyTorch} */
    String torch();

    /** w − lr·g. */
    record Sgd(double rate) implements Optimiser {
        @Override
        public Descent begin(List<Mat> weights) {
            return Descent.sgd(rate);
        }

        @Override
        public String torch() {
            return "torch.optim.SGD(parameters, lr=" + Numerals.plain(rate) + ")";
        }

        @Override
        public String toString() {
            return "sgd(" + Numerals.plain(rate) + ")";
        }
    }

    /** Running means of the gradient and its square. */
    record Adam(double rate) implements Optimiser {
        @Override
        public Descent begin(List<Mat> weights) {
            return Descent.adam(rate, weights);
        }

        @Override
        public String torch() {
            return "torch.optim.Adam(parameters, lr=" + Numerals.plain(rate) + ")";
        }

        @Override
        public String toString() {
            return "adam(" + Numerals.plain(rate) + ")";
        }
    }
}

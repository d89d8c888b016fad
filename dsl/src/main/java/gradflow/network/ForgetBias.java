package gradflow.network;

import gradflow.internal.check.Numerals;
import gradflow.internal.kernel.LstmCell;
import gradflow.internal.kernel.Mat;
import gradflow.model.TorchRandom;

/** How the biases that decide an LSTM's memory are set, b_ih and b_hh together. */
sealed interface ForgetBias {

    /** {@return b_ih, a row of 4n, with its forget (and input) blocks set} */
    Mat input(Mat bih, int n, TorchRandom random);

    /** {@return b_hh, a row of 4n, with the same blocks 0, so that the sum is what was asked for} */
    Mat recurrent(Mat bhh, int n);

    /** Sets the same in the PyTorch module {@code cell}. */
    void torch(int n, TorchLines lines);

    private static String torch(int gate, int n, String value) {
        String block = "[" + gate * n + ":" + (gate + 1) * n + "]";
        return "    cell.bias_ih" + block + ", cell.bias_hh" + block + " = " + value + ", 0";
    }

    /** The forget gate's bias is b. */
    record Constant(double b) implements ForgetBias {
        @Override
        public Mat input(Mat bih, int n, TorchRandom random) {
            return Mat.filled(1, 4 * n, (i, k) -> k / n == LstmCell.FORGET ? b : bih.at(0, k));
        }

        @Override
        public Mat recurrent(Mat bhh, int n) {
            return Mat.filled(1, 4 * n, (i, k) -> k / n == LstmCell.FORGET ? 0 : bhh.at(0, k));
        }

        @Override
        public void torch(int n, TorchLines lines) {
            lines.add("with torch.no_grad():");
            lines.add(ForgetBias.torch(LstmCell.FORGET, n, Numerals.plain(b)));
        }

        @Override
        public String toString() {
            return "forgetBias(" + Numerals.plain(b) + ")";
        }
    }

    /** The forget gate's bias is ln U(1, Tmax − 1), the input gate's its negative. */
    record Chrono(int longest) implements ForgetBias {
        @Override
        public Mat input(Mat bih, int n, TorchRandom random) {
            Mat draw = random.uniform(1, n, 1, longest - 1);
            return Mat.filled(1, 4 * n, (i, k) -> {
                double memory = StrictMath.log(draw.at(0, k % n));
                return k / n == LstmCell.FORGET ? memory : k / n == LstmCell.INPUT ? -memory : bih.at(0, k);
            });
        }

        @Override
        public Mat recurrent(Mat bhh, int n) {
            return Mat.filled(
                    1, 4 * n, (i, k) -> k / n == LstmCell.FORGET || k / n == LstmCell.INPUT ? 0 : bhh.at(0, k));
        }

        @Override
        public void torch(int n, TorchLines lines) {
            lines.add("memory = torch.empty(" + n + ").uniform_(1, " + (longest - 1) + ").double().log()");
            lines.add("with torch.no_grad():");
            lines.add(ForgetBias.torch(LstmCell.INPUT, n, "-memory"));
            lines.add(ForgetBias.torch(LstmCell.FORGET, n, "memory"));
        }

        @Override
        public String toString() {
            return "chrono(" + longest + ")";
        }
    }
}

package gradflow.pytorch;

import static gradflow.Gradflow.*;

import gradflow.network.Unrolled;
import gradflow.network.VanillaFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Experiments that between them use every word which a script for PyTorch has to know. */
final class Experiments {
    private static final double[][] W = {{0.9, -0.3}, {0.125, 0.7}};

    private Experiments() {}

    /** {@return experiments of every kind of network, φ, loss and recipe; some read a file that is written here} */
    static List<Unrolled> all(Path folder) throws IOException {
        return List.of(
                // The first line of README
                rnn().hidden(4).whh(identity(0.5).plusNoise(0.05)).tanh().unroll(20),
                // What PyTorch's constructors draw, other seeds
                rnn().unroll(10),
                rnn().hidden(16).input(3).seed(7).unroll(30),
                rnn().seed(-1).unroll(5),
                rnn().seed(5_000_000_000L).unroll(5),
                // φ and the paths around it
                rnn().hidden(8).relu().whh(orthogonal(1.2)).unroll(20),
                rnn().hidden(5).sigmoid().whh(gaussian(1.5)).unroll(12),
                rnn().hidden(3).linear().whh(rotation(0.3).times(0.9)).unroll(25),
                rnn().hidden(6).leakyRelu(0.1).whh(ginibre(1.3)).unroll(15),
                rnn().hidden(6).residual().whh(gaussian(0.1)).unroll(15),
                rnn().hidden(4).residual(0.25).relu().unroll(15),
                rnn().hidden(4).leaky(0.1).whh(ginibre(1.5)).unroll(40),
                rnn().hidden(4).leaky(0.7).linear().unroll(10),
                // Losses
                rnn().unroll(8).loss(unitOfLast(2)),
                rnn().unroll(8).loss(sumEveryStep()),
                rnn().hidden(3).unroll(8).loss(direction(1, -0.5, 1e-9)),
                // Recipes
                rnn().hidden(6).whh(unitary()).unroll(20),
                rnn().hidden(5)
                        .whh(jordan(0.5, 2))
                        .wxh(identity(1))
                        .inputs(gaussian(1))
                        .unroll(20),
                rnn().hidden(1).whh(jordan(0.9)).unroll(3),
                rnn().hidden(6)
                        .whh(chain(1.02).plusNoise(0.01))
                        .wxh(uniform(0.3))
                        .unroll(20),
                rnn().hidden(3)
                        .whh(diagonal(0.9, -0.5, 0.1).plus(zeros()))
                        .wxh(orthogonal())
                        .unroll(12),
                rnn().hidden(4)
                        .whh(xavierUniform().withSpectralRadius(0.95))
                        .wxh(xavierNormal())
                        .unroll(30),
                rnn().hidden(7)
                        .input(5)
                        .whh(kaimingUniform().withNorm(0.9))
                        .wxh(kaimingNormal())
                        .unroll(20),
                rnn().hidden(5)
                        .whh(torchLinear().plus(identity(0.4).plus(gaussian(0.1))))
                        .bias(uniform(0.1))
                        .h0(gaussian(0.5))
                        .inputs(uniform(1).times(2))
                        .unroll(15),
                rnn().hidden(3).whh(rotation(1.1)).unroll(9),
                // Numbers of one's own
                rnn().whh(W)
                        .wxh(new double[][] {{0.5}, {-1.25}})
                        .bias(0.1, -0.2)
                        .h0(0.3, 0.4)
                        .inputs(new double[][] {{1}, {0.5}, {-0.25}, {1e-3}})
                        .unroll(4),
                rnn().whh(orthogonal().sample(12))
                        .named("a matrix of its own – wide")
                        .unroll(10),
                scalar(0.5).unroll(20),
                scalar(1.5).h0(-0.7).sigmoid().unroll(6),
                // Other habits
                rnn().defaults(KERAS).unroll(10),
                rnn().defaults(CHAPTER).unroll(10),
                lstm().defaults(KERAS).unroll(10),
                gru().defaults(KERAS).unroll(10),
                // Gates
                lstm().unroll(20),
                lstm().hidden(6).forgetBias(3).seed(3).unroll(30),
                lstm().hidden(5).chrono(50).h0(uniform(0.5)).c0(gaussian(0.5)).unroll(20),
                lstm().hidden(2)
                        .wih(xavierUniform())
                        .whh(orthogonal())
                        .bih(gaussian(0.2))
                        .bhh(zeros())
                        .unroll(12)
                        .loss(sumEveryStep()),
                gru().unroll(20),
                gru().hidden(6)
                        .input(3)
                        .whh(gaussian(0.6))
                        .h0(1, 0, 0.5, -0.5, 0.25, 2)
                        .unroll(25)
                        .loss(unitOfLast(5)),
                // Files
                lstm().load(file("examples/models/silero_vad_v5_lstm.safetensors"))
                        .inputs(fromFile(file("examples/models/goforward_features.safetensors"), "features"))
                        .unroll(87),
                lstm().load(file("examples/models/silero_vad_v5_lstm.safetensors"))
                        .forgetBias(0)
                        .unroll(10),
                rnn().load(VanillaFile.in(folder)).unroll(9),
                rnn().hidden(2)
                        .input(3)
                        .wxh(fromFile(file("dsl/src/test/resources/tensors/big_f2.npy"), "big_f2"))
                        .unroll(6),
                rnn().hidden(3)
                        .bias(fromFile(file("dsl/src/test/resources/tensors/stored.npz"), "bias"))
                        .unroll(6));
    }

    private static String file(String path) {
        return Path.of(System.getProperty("gradflow.root"), path).toString();
    }
}

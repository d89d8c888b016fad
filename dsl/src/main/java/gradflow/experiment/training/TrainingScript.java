package gradflow.experiment.training;

import gradflow.internal.check.Numerals;
import gradflow.network.TorchPage;
import gradflow.network.TorchPart;
import gradflow.network.Trainee;

/** A training as a Python script for PyTorch, which prints every loss and norm, and what the weights are like after each step. */
final class TrainingScript {
    private static final String BODY = """
            %making
            readout = nn.Linear(%hidden, %outputs).double()
            parameters = [%parameters, *readout.parameters()]
            optimizer = %optimiser


            %batch

            def run(x):
                \"""The states h_0..h_T of all sequences, for x of T x batch x m.\"""
                %start
                for t in range(1, len(x) + 1):
                    %step
                return h


            def radius():
                \"""The largest |eigenvalue| of W_hh, of a gated network that of its blocks.\"""
                return max(torch.linalg.eigvals(W).abs().max().item() for W in %recurrent)


            def norm(tensors):
                return math.hypot(*(x for v in tensors for x in v.grad.flatten().tolist()))


            def horizon(x):
                \"""Steps back until 1 % of the gradient of sum(h_T) is left.\"""
                h = run(x)
                for h_t in h:
                    h_t.retain_grad()
                h_0.grad = None
                h[-1].sum().backward()
                g = [norm([h_t]) for h_t in h]
                return next((k for k in range(len(h)) if g[-1 - k] <= 0.01 * g[-1]), len(h))


            def row(step, loss, g, clipped):
                print(f"{step:>6} {loss:>16} {g:>16} {clipped:>16} {radius():>12.6f} {horizon(first):>8}")


            print(f"{'step':>6} {'loss':>16} {'|g|':>16} {'clipped':>16} {'rho(W_hh)':>12} {'horizon':>8}")
            for step in range(1, %n + 1):
                x, target = batch(step)
                if step == 1:
                    first = x[:, :1]
                    row(0, "", "", "")
                h = run(x)
                loss = %loss
                optimizer.zero_grad()
                loss.backward()
                g = norm(parameters)
                nn.utils.clip_grad_norm_(parameters, %most)
                clipped = norm(parameters)
                optimizer.step()
                row(step, f"{loss.item():.9e}", f"{g:.9e}", f"{clipped:.9e}")
            """;

    private TrainingScript() {}

    /** {@return so many steps of it} */
    static String of(Training training, int steps) {
        String where = training + ".pytorch(" + steps + ")";
        Trainee trainee = training.trainee(where);
        TorchPart network = trainee.torch();
        Task task = training.task();
        String body = BODY.replace("%making", network.making())
                .replace("%hidden", "" + trainee.hidden())
                .replace("%outputs", "" + task.outputs())
                .replace("%parameters", network.parameters())
                .replace("%optimiser", training.optimiser().torch())
                .replace("%batch", task.torch(training.batch(), where))
                .replace("%start", network.start())
                .replace("%step", String.join("\n        ", network.step()))
                .replace("%recurrent", network.recurrent())
                .replace("%n", "" + steps)
                .replace("%loss", task.torchLoss())
                .replace("%most", most(training));
        return TorchPage.of(training.expression(steps), network.functions(), body);
    }

    private static String most(Training training) {
        return training.clip().isPresent() ? Numerals.plain(training.clip().getAsDouble()) : "math.inf";
    }
}

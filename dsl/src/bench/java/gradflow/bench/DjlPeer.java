package gradflow.bench;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import org.jspecify.annotations.Nullable;

/** PyTorch by way of the Deep Java Library, in this very process, float64 and one thread. */
final class DjlPeer implements Peer {
    private final String way;
    private final Job job;
    private @Nullable JavaPeer peer;

    DjlPeer(String way, Job job) {
        this.way = way;
        this.job = job;
    }

    @Override
    public Taken warmUp() throws Absent {
        return started().warmUp();
    }

    @Override
    public Taken measure(double seconds) throws Absent {
        return started().measure(seconds);
    }

    private JavaPeer started() throws Absent {
        if (peer == null) {
            Engine engine = engine();
            NDManager manager = engine.newBaseManager();
            peer = new JavaPeer(way.equals("best") ? byHand(manager) : textbook(engine, manager), 1);
        }
        return peer;
    }

    /** {@return PyTorch, or says why there is none; it never looks for it on the network} */
    static Engine engine() throws Absent {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("ai.djl.pytorch.num_threads", "1");
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        try {
            return Engine.getEngine("PyTorch");
        } catch (EngineException | LinkageError e) {
            throw new Absent("PyTorch's native library is not to be had for this machine");
        }
    }

    private NDArray matrix(NDManager manager, double[][] rows) {
        double[] flat = new double[rows.length * rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, flat, i * rows[0].length, rows[0].length);
        }
        return manager.create(flat, new Shape(rows.length, rows[0].length));
    }

    /**
     * By autograd. DJL keeps no gradient of an intermediate h_t; a zero that is added to each, and has one, stands for it.
     */
    private Work textbook(Engine engine, NDManager manager) {
        int n = job.size();
        int steps = job.steps();
        NDArray w = matrix(manager, Inputs.weights(1, n, n));
        NDArray u = matrix(manager, Inputs.weights(2, n, Inputs.INPUTS));
        NDArray x = matrix(manager, Inputs.sequence(steps));
        w.setRequiresGradient(true);
        u.setRequiresGradient(true);
        return () -> {
            try (NDManager run = manager.newSubManager();
                    GradientCollector collector = engine.newGradientCollector()) {
                NDList all = new NDList(w, u, x);
                all.attach(run);
                NDArray[] added = new NDArray[steps + 1];
                for (int t = 0; t <= steps; t++) {
                    added[t] = run.zeros(new Shape(n), DataType.FLOAT64);
                    added[t].setRequiresGradient(true);
                }
                NDArray h = added[0];
                for (int t = 1; t <= steps; t++) {
                    h = u.matMul(x.get(t - 1)).add(w.matMul(h)).tanh().add(added[t]);
                }
                collector.backward(h.sum());
                double sum = 0;
                for (NDArray one : added) {
                    sum += one.getGradient().norm().getDouble();
                }
                all.attach(manager);
                return sum;
            }
        };
    }

    private Work byHand(NDManager manager) {
        int n = job.size();
        int steps = job.steps();
        NDArray w = matrix(manager, Inputs.weights(1, n, n));
        NDArray back = w.transpose();
        NDArray fromInputs = matrix(manager, Inputs.sequence(steps))
                .matMul(matrix(manager, Inputs.weights(2, n, Inputs.INPUTS)).transpose());
        return () -> {
            try (NDManager run = manager.newSubManager()) {
                NDList all = new NDList(w, back, fromInputs);
                all.attach(run);
                NDArray[] h = new NDArray[steps + 1];
                h[0] = run.zeros(new Shape(n), DataType.FLOAT64);
                for (int t = 1; t <= steps; t++) {
                    h[t] = w.matMul(h[t - 1]).addi(fromInputs.get(t - 1)).tanh();
                }
                NDArray g = run.ones(new Shape(n), DataType.FLOAT64);
                NDList norms = new NDList(g.norm());
                for (int t = steps; t >= 1; t--) {
                    g = back.matMul(h[t].square().neg().addi(1).muli(g));
                    norms.add(g.norm());
                }
                double sum = 0;
                for (NDArray norm : norms) {
                    sum += norm.getDouble();
                }
                all.attach(manager);
                return sum;
            }
        };
    }
}

package gradflow.experiment.training;

import gradflow.model.TorchRandom;

/** Gives one batch after the other. */
@FunctionalInterface
interface Source {

    /** {@return the next sequences, so many} */
    Sequences next(int count, TorchRandom random);
}

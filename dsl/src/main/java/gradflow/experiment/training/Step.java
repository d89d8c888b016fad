package gradflow.experiment.training;

import gradflow.internal.kernel.Scaled;

/**
 * One step of training.
 *
 * @param loss of its batch, before the weights were updated
 * @param norm ‖g‖ of all that is trained, before it was clipped
 * @param coefficient what clipping multiplied the gradient by
 */
record Step(double loss, Scaled norm, double coefficient) {

    Scaled clipped() {
        return norm.times(Scaled.of(coefficient));
    }
}

package gradflow.network;

/** The answers that hold something for every step, and how many bytes: norms of 32, lists of numbers in objects of 16. */
enum Answer {
    GRAD_NORMS("gradNorms()", 40, 80, 0),
    WHY("why()", 170, 170, 0),
    STATES("states()", 170, 210, 20),
    JACOBIANS("jacobians()", 340, 300, 20),
    WEIGHT_GRAD("weightGrad()", 90, 250, 0),
    INPUT_GRADS("inputGrads()", 40, 40, 0),
    CLIP_STEPS("clipSteps(max)", 220, 540, 0),
    GATES("gates()", 440, 440, 0);

    private final String question;
    private final int vanilla;
    private final int gated;
    private final int unit;

    /**
     * @param question the word that asks
     * @param vanilla bytes a step of a vanilla network
     * @param gated bytes a step of an lstm or a gru
     * @param unit bytes more a step and number of the state
     */
    Answer(String question, int vanilla, int gated, int unit) {
        this.question = question;
        this.vanilla = vanilla;
        this.gated = gated;
        this.unit = unit;
    }

    String question() {
        return question;
    }

    /** {@return the bytes that the answer over so many steps takes} */
    double bytes(boolean gates, int state, int steps) {
        return ((gates ? gated : vanilla) + (double) unit * state) * (steps + 1.0);
    }
}

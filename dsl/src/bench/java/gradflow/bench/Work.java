package gradflow.bench;

/** What is measured. */
@FunctionalInterface
interface Work {
    /** {@return a number that all who do the same work must agree on; NaN if there is none} */
    double call();
}

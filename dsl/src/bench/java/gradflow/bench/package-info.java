/**
 * The benchmark: {@link gradflow.bench.Main} runs {@link gradflow.bench.Kernels} under JMH, row after row of
 * {@link gradflow.bench.Rows}, and has the peers measured between JMH's iterations ({@link gradflow.bench.Interleaving}).
 * Built by the profile {@code bench} alone; scripts/bench-kernels starts it.
 */
package gradflow.bench;

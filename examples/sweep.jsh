// One number over a range: where does a random tanh network turn from forgetting to chaos?

// 1. With W_hh ~ N(0, g²/n) and without inputs an infinitely wide one does so at g = 1. Below that the state dies away, and
//    λ_1 = ln ρ(W_hh). These 100 units hold out up to g = 1.5: a fixed point or a cycle catches the state before chaos does. The first
//    100 steps, in which that happens, don't count.
double exponent(double g) {
    var net = rnn().hidden(100).whh(ginibre(g)).inputs(zeros());
    var start = net.h0(gaussian(1)).unroll(100).states().state(100);
    return net.h0(start).unroll(200).lyapunov(1).largest();
}
var onset = sweep("g", linspace(0.5, 2, 16), g -> exponent(g)).named("λ_1");
onset
onset.plot()
onset.crossings(0)

// 2. Inputs put chaos off: the stronger they are, the larger the g at which λ_1 crosses 0. The second quantity is their standard
//    deviation; at 0 the state stays at 0, where λ_1 = ln ρ(W_hh).
double driven(double g, double sd) {
    return rnn().hidden(64).input(64).wxh(identity(1)).whh(ginibre(g)).inputs(gaussian(sd)).unroll(200).lyapunov(1).largest();
}
var suppressed = sweep("g", linspace(0.8, 2, 7)).by("sd", new double[] {0, 0.25, 0.5, 1, 2}, (g, sd) -> driven(g, sd)).named("λ_1");
suppressed
suppressed.plot()

// 3. One linear unit: w^T over 24 powers of ten, which the axis and the shades follow.
sweep("w", logspace(0.25, 4, 33)).by("T", rangeClosed(1, 20), (w, T) -> scalar(w).linear().unroll(T).gradNorms().norm(0)).plot()

// Why the signal dies, or explodes: five networks, and the textbook's rule, "ρ(W_hh) below 1 vanishes, above 1 explodes".

// 1. A textbook's network: four tanh units, W_hh near half the identity. Of the gradient that the loss sends to h_20, 7.46e-05
//    arrives at h_0. Each step's loss has its causes, which add up exactly: here it is the weights.
var textbook = rnn().hidden(4).whh(identity(0.5).plusNoise(0.05)).tanh();
textbook.unroll(20).why()

// What would mend it? Each remedy is run on this very network and its inputs; the best comes first.
textbook.unroll(20).diagnose()

// 2. A chain: unit 0 reads unit 1, which reads unit 2, and so on. Every eigenvalue is 0, so ρ = 0, and yet the gradient that starts
//    at unit 0 lives for seven steps with its norm unchanged. Powers of one matrix vanish in the end; the end can be far away.
var links = rnn().hidden(8).whh(chain(1)).linear();
links.spectrum().radius()
links.unroll(7).loss(unitOfLast(0)).gradNorms()

// 3. ρ = 0.548, below 1, and the gradient explodes. The bias holds the first unit where tanh is steep and the second where it is
//    flat: φ′ is 1 and 0.1. What saturates is just the unit that used to pull the other way, so ρ(diag(1, 0.1)·W) = 1.63.
var h2 = Math.sqrt(0.9);
var atanh = 0.5 * Math.log((1 + h2) / (1 - h2));
var saturating = rnn()
    .whh(matrix(new double[][] {{1.8, -3}, {1, -1.5}}))
    .bias(3 * h2, atanh + 1.5 * h2)
    .h0(0, h2)
    .inputs(zeros());
saturating.unroll(20).gradNorms()

// Without the bias nothing saturates, and the same matrix makes the gradient vanish.
saturating.bias(0, 0).h0(0, 0).unroll(20).gradNorms().norm(0)

// What holds an explosion? Clipping at every step does, with the cosine to the true gradient as its price.
saturating.unroll(20).clipSteps(1).cosine()
saturating.unroll(20).diagnose()

// 4. ρ = 1.63, above 1, and the gradient vanishes in a U: late states are large, there tanh is flat, and the way back passes them
//    first. Saturation takes more than the weights give.
var large = rnn().whh(identity(1.5).plusNoise(0.05));
large.unroll(20).gradNorms()
large.unroll(20).why()

// 5. The textbook's recipe with 256 units. The same noise of 0.05 an entry now makes ρ = 1.33, on average 1.30: ρ grows as
//    0.5 + 0.05·√n. The signal does grow here, sevenfold and not 300-fold, as 1.33^20 says.
var wide = rnn().hidden(256).whh(identity(0.5).plusNoise(0.05));
wide.spectrum().radius()
wide.unroll(20).gradNorms()

// Five networks, and ρ against 1 was right about the first and half right about the last. What decides is the product of the step
// Jacobians along the states that the network really goes through; ≤ marks its bounds here, ≈ its estimates.
saturating.unroll(20).jacobians()

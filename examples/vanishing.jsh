// The vanishing gradient in one line: four tanh units, W_hh close to half the identity, twenty steps.
// How much of the loss's signal is left when it has gone back from t = 20 to t = 0?

rnn()
    .hidden(4)
    .whh(identity(0.5).plusNoise(0.05))   // ρ(W_hh) = 0.630 with the default seed 0
    .tanh()
    .unroll(20)
    .gradNorms()

// How far back can a network in daily use hear? The 128-unit LSTM of a voice activity detector (Silero VAD v5) reads
// 87 frames of 32 ms from a recording of "go forward ten meters". See models/NOTICE.md for source and licence.

var models = Path.of(System.getProperty("gradflow.script", "examples/silero.jsh")).resolveSibling("models");
var model = models.resolve("silero_vad_v5_lstm.safetensors").toString();
var features = fromFile(models.resolve("goforward_features.safetensors").toString(), "features");

// The trained network on the real frames: what reaches h_t and c_t of a loss at the last frame.
var trained = lstm().named("trained LSTM").load(model).inputs(features).unroll(87);
trained.gradNorms()

// Its gates, and by which path the gradient comes back: from cell to cell by the forget gates, or through W_hh.
trained.gates()

// The horizon: after how many frames is 1 % of the signal left in h?
var frames = trained.gradNorms().horizon(0.01);
System.out.printf(Locale.ROOT, "in h 1 %% is left after %d frames, %.1f s; the cell keeps %.0f %% over all 87%n%n",
    frames, frames * 0.032, 100 * trained.gradNorms().cellNorm(0) / trained.gradNorms().cellNorm(87));

// The same question of networks that have learnt nothing, on the same frames.
compare(
    lstm().named("trained").load(model).inputs(features),
    lstm().named("untrained").hidden(128),
    rnn().named("vanilla").hidden(128)
).unroll(87).gradNorms()

// Is this really that network? Its speech probability p_t = σ(w·relu(h_t) + b), from the states computed here, against
// the probability that the detector itself gave for the frame.
var w = fromFile(model, "decoder.weight").sample(1, 128).getRow(0);
var b = fromFile(model, "decoder.bias").sample(1, 1).getEntry(0, 0);
var recorded = fromFile(models.resolve("goforward_features.safetensors").toString(), "speech_probability").sample(1, 87).getRow(0);
var states = trained.states();
double probability(int t) {
    double z = b;
    for (int i = 0; i < w.length; i++) {
        z += w[i] * Math.max(0, states.state(t)[i]);
    }
    return 1 / (1 + Math.exp(-z));
}
double worst = 0;
for (int t = 1; t <= 87; t++) {
    worst = Math.max(worst, Math.abs(probability(t) - recorded[t - 1]));
}
System.out.printf(Locale.ROOT, "speech probability at frame 40: %.4f here, %.4f by the detector; largest difference of all frames %.1e%n",
    probability(40), recorded[39], worst);

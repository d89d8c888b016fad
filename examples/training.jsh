// What the horizon of a gradient is good for: three networks train to add two marked numbers out of thirty. Who remembers nothing
// does best to answer 1, and has a loss of 1/6, the chance line.
var task = addingProblem(30);

// 1. The textbook's network, W_hh at half the identity. Seven steps back 1 % of the gradient is left: nothing before that teaches
//    it anything, and after 300 steps it is as good as guessing.
train(rnn().hidden(16).whh(identity(0.5)), task).adam(0.01).clipNorm(1).steps(300)

// 2. ReLU units that begin at the identity hand the gradient back whole (Le, Jaitly, Hinton 2015). They hear all thirty steps.
train(rnn().hidden(16).whh(identity(1)).relu(), task).adam(0.01).clipNorm(1).steps(300)

// 3. A GRU hears twelve steps at first. Its gates learn to keep, and the horizon grows until it has all thirty; only then the loss
//    falls.
var gates = train(gru().hidden(16), task).adam(0.01).clipNorm(1).steps(300);
gates
gates.drift()

// What has learnt is a network like any other. Its inputs are a sequence of the task.
gates.network().unroll(30).gradNorms()

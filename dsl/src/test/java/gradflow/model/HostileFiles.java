package gradflow.model;

import static gradflow.model.Refusals.refused;
import static gradflow.model.TensorBytes.written;

import java.nio.file.Path;

/** What a test of malformed files says of each: its bytes, and the refusal's first and last line. */
final class HostileFiles {
    private HostileFiles() {}

    static void refusedToOpen(Path directory, String name, byte[] bytes, String what, String remedy) {
        String file = written(directory, name, bytes).toString();
        refused(
                () -> TensorFile.open(file, "rnn().load(…)"),
                file + ": " + what + "\n  in:  rnn().load(…)\n  try: " + remedy);
    }

    static void refusedToRead(Path directory, String name, byte[] bytes, String tensor, String what, String remedy) {
        String file = written(directory, name, bytes).toString();
        TensorFile opened = TensorFile.open(file, "rnn().load(…)");
        refused(
                () -> opened.matrix(tensor, "rnn().load(…)"),
                file + ": " + what + "\n  in:  rnn().load(…)\n  try: " + remedy.replace("FILE", file));
    }
}

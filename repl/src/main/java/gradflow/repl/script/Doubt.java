package gradflow.repl.script;

/** It isn't certain that a script, compiled as a whole, means what it means snippet by snippet. */
final class Doubt extends RuntimeException {
    Doubt(String why) {
        super(why, null, false, false);
    }
}

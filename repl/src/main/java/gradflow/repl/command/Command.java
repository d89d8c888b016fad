package gradflow.repl.command;

/** One word after a slash. */
public sealed interface Command permits Exit, Help, Imports, Listing, Reset, Vars {

    /** {@return what is typed, with its slash} */
    String name();

    /** {@return what it does, in a few words} */
    String purpose();

    /**
     * Does it.
     *
     * @param prompt who asks
     * @return what to show, several lines or none
     */
    String run(Surroundings prompt);
}

package gradflow.repl.command;

/** One word after a slash. */
public sealed interface Command
        permits Drop, Exit, Explain, Help, Imports, Listing, Methods, Open, Reset, Save, Time, Types, Vars {

    /** {@return what is typed, with its slash} */
    String name();

    /** {@return what it does, in a few words} */
    String purpose();

    /**
     * Does it.
     *
     * @param prompt who asks
     * @param argument what follows the name, or empty
     * @return what to show, several lines or none
     */
    String run(Surroundings prompt, String argument);
}

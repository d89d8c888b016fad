package gradflow.repl;

import java.util.List;

/** What the command line asks for. */
sealed interface Options {

    /** The prompt. */
    record Prompt() implements Options {}

    /** A script file. */
    record File(String path, List<String> arguments) implements Options {}

    /** A script on standard input. */
    record Input(List<String> arguments) implements Options {}

    /** A script on the command line itself. */
    record Line(String code, List<String> arguments) implements Options {}

    /** Lecture notes to check, or to weave. */
    record Notes(boolean check, List<String> arguments) implements Options {}

    /** What there is to ask for. */
    record Help() implements Options {}

    /** Which version this is. */
    record Version() implements Options {}

    /**
     * Nothing that is understood.
     *
     * @param why one line
     */
    record Wrong(String why) implements Options {}

    /**
     * {@return what the arguments ask for}
     *
     * @param terminal whether standard input is one
     */
    static Options of(List<String> arguments, boolean terminal) {
        if (arguments.isEmpty()) {
            return terminal ? new Prompt() : new Input(List.of());
        }
        String first = arguments.get(0);
        List<String> rest = arguments.subList(1, arguments.size());
        return switch (first) {
            case "--help", "-h" -> new Help();
            case "--version" -> new Version();
            case "check", "weave" -> new Notes(first.equals("check"), rest);
            case "-" -> new Input(rest);
            case "-e" -> rest.isEmpty() ? new Wrong("-e: the code is missing") : line(rest);
            case "--" -> rest.isEmpty() ? of(rest, terminal) : file(rest);
            default -> first.startsWith("-") ? new Wrong("unknown option: " + first) : file(arguments);
        };
    }

    private static Options file(List<String> operands) {
        return new File(operands.get(0), operands.subList(1, operands.size()));
    }

    private static Options line(List<String> operands) {
        return new Line(operands.get(0), operands.subList(1, operands.size()));
    }
}

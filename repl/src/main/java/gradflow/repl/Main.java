package gradflow.repl;

import java.util.List;

/** Stands in for the program until it is written: prints its arguments. */
public final class Main {
    private Main() {}

    /** Prints the arguments, one a line. */
    public static void main(String[] args) {
        List.of(args).forEach(System.out::println);
    }
}

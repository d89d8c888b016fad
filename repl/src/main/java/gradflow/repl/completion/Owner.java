package gradflow.repl.completion;

/** What something is asked of: it stands before a dot. */
sealed interface Owner {

    /** An expression. */
    record Value(Class<?> type) implements Owner {}

    /** The name of a type. */
    record TypeName(Class<?> type) implements Owner {}

    /** The name of a package, or of what packages are in. */
    record PackageName(String name) implements Owner {}
}

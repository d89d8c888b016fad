package gradflow.repl.command;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Paths as a person types them, and what is wrong with them in a few words. */
final class TypedPath {
    private static final String HOME = "~/";

    private TypedPath() {}

    static Path of(String typed) {
        String bare = typed.replaceAll("^\"(.*)\"$", "$1");
        return bare.startsWith(HOME)
                ? Path.of(System.getProperty("user.home"), bare.substring(HOME.length()))
                : Path.of(bare);
    }

    static String failure(String command, String typed, Exception e) {
        String why = e instanceof NoSuchFileException || e instanceof InvalidPathException
                ? "no such file or folder"
                : e instanceof AccessDeniedException
                        ? "not allowed"
                        : e instanceof CharacterCodingException ? "not a text in UTF-8" : reason(e);
        return command + ": " + typed + ": " + why;
    }

    private static String reason(Exception e) {
        return e instanceof IOException && e.getMessage() != null ? e.getMessage() : e.toString();
    }
}

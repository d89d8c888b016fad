package gradflow.notes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** A few letters that show whether an output was edited by hand. */
final class Checksum {
    private static final int LETTERS = 6;

    private Checksum() {}

    /** {@return the sum of lines, which blanks at their ends don't change} */
    static String of(List<String> lines) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
            // Neither - nor _: two hyphens would end an HTML comment in XML, and letters are easier on the eye.
            return Base64.getEncoder()
                    .encodeToString(hash)
                    .replaceAll("[^A-Za-z0-9]", "")
                    .substring(0, LETTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is on every JDK", e);
        }
    }
}

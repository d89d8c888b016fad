package gradflow.notes;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Adds up what came of all files, and tells it. */
final class Summary {
    private static final Pattern PLACED = Pattern.compile("(.*?):(\\d+):(\\d+): (\\w+): (.*)", Pattern.DOTALL);

    private final boolean check;
    private final boolean github;
    private final List<String> drifted = new ArrayList<>();
    private Finding.Kind worst = Finding.Kind.NOTED;
    private int files;
    private int blocks;
    private int skipped;
    private int drifts;
    private int failed;
    private int written;

    Summary(boolean check, boolean github) {
        this.check = check;
        this.github = github;
    }

    void add(String file, NoteReport report, PrintStream out) {
        for (Finding finding : report.findings()) {
            out.println(finding.text());
            if (github) {
                annotate(finding, out);
            }
        }
        if (report.worst().compareTo(worst) > 0) {
            worst = report.worst();
        }
        files++;
        blocks += report.blocks();
        skipped += report.skipped();
        drifts += report.drifted();
        failed += report.failed();
        written += report.written() ? 1 : 0;
        if (report.drifted() > 0) {
            drifted.add(file);
        }
    }

    private static void annotate(Finding finding, PrintStream out) {
        Matcher placed = PLACED.matcher(finding.text());
        String level = finding.kind() == Finding.Kind.NOTED ? "warning" : "error";
        out.println(
                placed.matches()
                        ? "::" + level + " file=" + property(placed.group(1)) + ",line=" + placed.group(2) + ",col="
                                + placed.group(3) + "::" + data(placed.group(4) + ": " + placed.group(5))
                        : "::" + level + "::" + data(finding.text()));
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }

    /** {@return the exit code} */
    int finish(PrintStream out) {
        List<String> counts = new ArrayList<>();
        counts.add((blocks - skipped - drifts - failed) + " ok");
        add(counts, drifts, check ? "drift" : "brought up to date");
        add(counts, failed, "failed");
        add(counts, skipped, "skipped");
        String line = count(files, "file") + ", " + count(blocks, "block") + ": " + String.join(", ", counts);
        out.println(check || written == 0 ? line : line + "; " + count(written, "file") + " written");
        if (check && !drifted.isEmpty()) {
            out.println("to bring the notes up to date: scripts/gradflow weave "
                    + drifted.stream().map(Summary::quoted).collect(Collectors.joining(" ")));
        }
        return worst.exitCode();
    }

    /** {@return a name as a shell takes it} */
    private static String quoted(String file) {
        return file.matches("[\\w@%+=:,./-]+") ? file : "'" + file.replace("'", "'\\''") + "'";
    }

    private static void add(List<String> counts, int count, String what) {
        if (count > 0) {
            counts.add(count + " " + what);
        }
    }

    private static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}

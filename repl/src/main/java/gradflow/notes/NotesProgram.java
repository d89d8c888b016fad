package gradflow.notes;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The commands {@code check} and {@code weave}. */
public final class NotesProgram {
    private static final int WRONG = Finding.Kind.WRONG.exitCode();

    private final PrintStream out;
    private final PrintStream err;

    /**
     * @param out takes results
     * @param err takes what there is to say beside them
     */
    public NotesProgram(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** {@return the exit code} */
    public int check(List<String> words) {
        return run("check", words);
    }

    /** {@return the exit code} */
    public int weave(List<String> words) {
        return run("weave", words);
    }

    private int run(String command, List<String> words) {
        try {
            NotesArguments arguments = NotesArguments.of(command, words);
            if (arguments.has("--help")) {
                out.println(command.equals("check") ? NotesHelp.CHECK : NotesHelp.WEAVE);
                return 0;
            }
            NoteTask task = command.equals("check") ? new CheckTask(arguments) : new WeaveTask(arguments);
            return all(command, arguments, task);
        } catch (Refused e) {
            err.println("gradflow: " + e.getMessage() + "\ngradflow " + command + " --help tells what there is");
            return WRONG;
        }
    }

    /** What is done with each file; files are independent of each other. */
    interface NoteTask {
        NoteReport run(Path file) throws Refused;
    }

    private int all(String command, NotesArguments arguments, NoteTask task) {
        boolean check = command.equals("check");
        PrintStream report = check ? out : err;
        Summary summary = new Summary(check, arguments.has("--github"));
        int threads = Math.min(arguments.files().size(), Runtime.getRuntime().availableProcessors());
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<NoteReport>> reports = new ArrayList<>();
            for (String file : arguments.files()) {
                reports.add(pool.submit(() -> reported(task, file)));
            }
            for (int i = 0; i < reports.size(); i++) {
                NoteReport one = get(reports.get(i));
                out.print(one.result());
                summary.add(arguments.files().get(i), one, report);
            }
        } finally {
            pool.shutdownNow();
        }
        return summary.finish(report);
    }

    private static NoteReport reported(NoteTask task, String file) {
        try {
            return task.run(Path.of(file));
        } catch (Refused e) {
            return NoteReport.refused("gradflow: " + e.getMessage());
        }
    }

    private static NoteReport get(Future<NoteReport> report) {
        try {
            return report.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NoteReport.refused("gradflow: interrupted");
        }
    }
}

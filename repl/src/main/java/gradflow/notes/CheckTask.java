package gradflow.notes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Compares a note with what its code shows, and writes nothing. */
final class CheckTask implements NotesProgram.NoteTask {
    private final NotesArguments arguments;

    CheckTask(NotesArguments arguments) {
        this.arguments = arguments;
    }

    @Override
    public NoteReport run(Path file) throws Refused {
        Note note = Note.read(NoteText.of(file));
        NoteRun run = NoteRun.of(note);
        List<Finding> findings = new ArrayList<>(run.findings());
        requireBlocks(note, arguments, findings);
        if (arguments.has("--twice") && !note.isWrong()) {
            findings.addAll(differences(run, NoteRun.of(note)));
        }
        return NoteReport.of(run, findings, "", false);
    }

    static void requireBlocks(Note note, NotesArguments arguments, List<Finding> findings) {
        if (note.blocks().isEmpty() && !arguments.has("--allow-empty") && !note.isWrong()) {
            findings.add(Finding.of(
                    Finding.Kind.WRONG, note.text(), 0, "no Java block here (--allow-empty takes such a file)"));
        }
    }

    /** Two runs in fresh sessions give the same, or the note depends on chance. */
    private static List<Finding> differences(NoteRun one, NoteRun other) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < one.parts().size(); i++) {
            Ran first = one.parts().get(i).ran();
            Ran second = other.parts().get(i).ran();
            boolean volatileBlock =
                    first.part() instanceof Part.Block block && block.options().has("volatile");
            if (!volatileBlock && !first.shown().equals(second.shown())) {
                int at = first.part() instanceof Part.Block block
                        ? block.fence()
                        : first.part() instanceof Part.Inline inline ? inline.start() : 0;
                findings.add(Finding.of(
                        Finding.Kind.FAILED,
                        one.note().text(),
                        at,
                        "this differs from run to run: a random number without a seed, a clock, or the order of a hash?\n"
                                + "    once  " + firstOther(first.shown(), second.shown()) + "\n    twice "
                                + firstOther(second.shown(), first.shown())));
            }
        }
        return findings;
    }

    private static String firstOther(List<String> lines, List<String> others) {
        for (int i = 0; i < lines.size(); i++) {
            if (i >= others.size() || !lines.get(i).equals(others.get(i))) {
                return lines.get(i);
            }
        }
        return "(nothing)";
    }
}

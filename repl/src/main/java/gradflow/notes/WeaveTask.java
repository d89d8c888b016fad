package gradflow.notes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes what the code of a note shows into the note. */
final class WeaveTask implements NotesProgram.NoteTask {
    private final NotesArguments arguments;

    WeaveTask(NotesArguments arguments) throws Refused {
        this.arguments = arguments;
        if (arguments.has("--tangle") && arguments.files().size() > 1) {
            throw new Refused("--tangle takes one note at a time");
        }
        if (arguments.value("--to").filter(form -> !form.equals("tex")).isPresent()) {
            throw new Refused(
                    "--to takes tex, and not " + arguments.value("--to").orElse(""));
        }
        if (arguments.has("--stdout") && arguments.has("--out")) {
            throw new Refused("--stdout and --out are two places: which one?");
        }
    }

    @Override
    public NoteReport run(Path file) throws Refused {
        NoteText text = NoteText.of(file);
        Note note = Note.read(text);
        List<Finding> findings = new ArrayList<>(note.findings());
        CheckTask.requireBlocks(note, arguments, findings);
        NoteRun run = new NoteRun(note, List.of());
        if (findings.stream().anyMatch(finding -> finding.kind() == Finding.Kind.WRONG)) {
            return NoteReport.of(run, findings, "", false);
        }
        if (arguments.has("--tangle")) {
            write(Path.of(arguments.value("--tangle").orElseThrow()), Tangle.of(note));
            return NoteReport.of(run, findings, "", true);
        }
        if (arguments.has("--strip")) {
            return put(file, note, run, findings, Strip.of(note), List.of());
        }
        if (inPlace()) {
            SafeFile.requireWritable(file);
        }
        Path folder = arguments.value("--out").map(Path::of).orElse(NoteRun.folder(note));
        run = NoteRun.of(note, folder, arguments.has("--all"), arguments.has("--volatile"));
        run.findings().stream()
                .filter(finding -> finding.kind() != Finding.Kind.DRIFT && !findings.contains(finding))
                .forEach(findings::add);
        if (arguments.has("--to")) {
            return putLatex(file, run, findings);
        }
        if (!arguments.has("--force") && !run.handEdits().isEmpty()) {
            findings.addAll(run.handEdits());
            return NoteReport.of(run, findings, "", false);
        }
        List<SafeFile.Change> figures = new ArrayList<>();
        for (Picture picture : run.pictures()) {
            figures.add(SafeFile.change(folder.resolve(picture.path()), picture.svg()));
        }
        return put(file, note, run, findings, run.woven(), figures);
    }

    private boolean inPlace() {
        return !arguments.has("--stdout") && !arguments.has("--out") && !arguments.has("--to");
    }

    private static void write(Path file, String text) throws Refused {
        SafeFile.replace(List.of(SafeFile.change(file, text)));
    }

    private NoteReport putLatex(Path file, NoteRun run, List<Finding> findings) throws Refused {
        String latex = LatexNote.of(run, run.woven());
        if (arguments.has("--stdout")) {
            return NoteReport.of(run, findings, latex, false);
        }
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "") + ".tex";
        Path beside = arguments.value("--out").map(Path::of).orElse(NoteRun.folder(run.note()));
        write(beside.resolve(name), latex);
        return NoteReport.of(run, findings, "", true);
    }

    private NoteReport put(
            Path file, Note note, NoteRun run, List<Finding> findings, String woven, List<SafeFile.Change> figures)
            throws Refused {
        if (arguments.has("--stdout")) {
            return NoteReport.of(run, findings, woven, false);
        }
        List<SafeFile.Change> changes = new ArrayList<>(figures);
        byte[] bytes = note.text().bytes(woven);
        if (arguments.has("--out")) {
            Path copy = Path.of(arguments.value("--out").orElseThrow()).resolve(file.getFileName());
            changes.add(new SafeFile.Change(copy, SafeFile.read(copy), bytes));
        } else if (!woven.equals(note.text().text())) {
            changes.add(new SafeFile.Change(file, note.text().bytes(), bytes));
        }
        SafeFile.replace(changes);
        MovedLines lines = new MovedLines(note.text(), arguments.has("--out") ? List.of() : run.edits());
        return NoteReport.of(run, findings.stream().map(lines::moved).toList(), "", !changes.isEmpty());
    }
}

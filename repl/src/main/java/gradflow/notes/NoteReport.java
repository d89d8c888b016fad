package gradflow.notes;

import java.util.List;

/**
 * What came of one file.
 *
 * @param findings in the order of the file
 * @param blocks how many blocks it has, values in prose among them
 * @param skipped how many were left out
 * @param drifted how many drifted and didn't fail
 * @param failed how many failed
 * @param result what belongs on standard output
 * @param written whether the file was written
 */
record NoteReport(
        List<Finding> findings, int blocks, int skipped, int drifted, int failed, String result, boolean written) {

    NoteReport {
        findings = List.copyOf(findings);
    }

    static NoteReport refused(String message) {
        return new NoteReport(List.of(new Finding(Finding.Kind.WRONG, message)), 0, 0, 0, 0, "", false);
    }

    static NoteReport of(NoteRun run, List<Finding> findings, String result, boolean written) {
        int skipped = 0;
        int drifted = 0;
        int failed = 0;
        int blocks = 0;
        for (Reconciled part : run.parts()) {
            boolean setup = part.ran().part() instanceof Part.Setup;
            blocks += setup ? 0 : 1;
            skipped += part.ran().status() == Ran.Status.SKIPPED ? 1 : 0;
            boolean fails = has(part, Finding.Kind.FAILED);
            failed += fails && !setup ? 1 : 0;
            drifted += !fails && has(part, Finding.Kind.DRIFT) ? 1 : 0;
        }
        return new NoteReport(findings, blocks, skipped, drifted, failed, result, written);
    }

    private static boolean has(Reconciled part, Finding.Kind kind) {
        return part.findings().stream().anyMatch(finding -> finding.kind() == kind);
    }

    Finding.Kind worst() {
        return findings.stream().map(Finding::kind).max(Enum::compareTo).orElse(Finding.Kind.NOTED);
    }
}

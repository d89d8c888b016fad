package gradflow.notes;

/** What there is to know about the commands. */
final class NotesHelp {
    private NotesHelp() {}

    private static final String DIRECTIVES = """

            In the note, each ```java block runs; comments, which no reader sees, say how:

              <!-- gradflow:setup          hidden code, up to a line of its own with -->
              <!-- gradflow:defaults tol=1e-6 -->        for the whole file: tol, atol, digits, seed, timeout, text
              <!-- gradflow: table -->     options of the next block:
                  table   text   text=unicode   figure=fig/norms.svg alt="…"    the form of its output
                  tol=1e-9   atol=0   digits=3   digits=all   ellipsis          how numbers are written and compared
                  fails=ArithmeticException match="by zero"                     it must fail so (or fails=compile, timeout)
                  skip="why"   norun   volatile   quiet                         left out; compiled only; not compared; silent
                  seed=42          sets the variables seed and random before the block
                  reset   session=NAME   timeout=60
              <!-- gradflow:= expression -->3.1e-09      a value in running text

            A value without a semicolon that fits into a line stands behind its code as // ==> value; a longer one, and what
            is printed, between <!-- gradflow:out --> and <!-- gradflow:end … -->, which belong to the program.
            """;

    private static final String CODES = """

            Exit codes: 0 all is well; 1 drift; 2 a block failed; 3 the note or the command line is wrong.""";

    static final String CHECK = """
            gradflow check notes.md…     runs the notes and compares; writes nothing

              --twice         runs each note twice, and fails what differs from run to run
              --github        also writes annotations for GitHub
              --allow-empty   takes files without a Java block

            Numbers are compared by their relative difference: half a unit in the last printed digit, and tol. Only 0 equals 0.
            """ + DIRECTIVES + CODES;

    static final String WEAVE = """
            gradflow weave notes.md…     runs the notes and writes their outputs into them

              --stdout          writes to the standard output instead
              --out DIR         writes a copy into a folder, with its pictures
              --to tex          writes notes.tex instead, for pdflatex: tables by booktabs, figures by pgfplots
              --strip           takes all outputs out
              --tangle FILE     writes the code alone, as a script
              --all             writes outputs anew that are right as they stand
              --force           overwrites outputs that were edited by hand
              --volatile        writes the outputs of volatile blocks too
              --allow-empty     takes files without a Java block

            What is right stays as it is, and no other byte of the file changes.
            """ + DIRECTIVES + CODES;
}

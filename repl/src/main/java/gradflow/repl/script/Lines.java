package gradflow.repl.script;

/** A text under construction, with each part of it on the line where it stands in the script. */
final class Lines {
    private final StringBuilder text = new StringBuilder();
    private int line = 1;

    Lines add(String more) {
        text.append(more);
        line += (int) more.chars().filter(c -> c == '\n').count();
        return this;
    }

    /** Goes on at a line that hasn't been passed yet. */
    Lines at(int wanted) {
        while (line < wanted) {
            text.append('\n');
            line++;
        }
        return this;
    }

    int length() {
        return text.length();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

package gradflow.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One part of a note after its run: what differs, and the edits that mend it.
 *
 * @param ran the run
 * @param drift what differs
 * @param handEdits outputs that the author edited, and weaving would overwrite
 * @param edits what weaving does
 * @param picture an SVG to write
 */
record Reconciled(Ran ran, List<Finding> drift, List<Finding> handEdits, List<Edit> edits, Optional<Picture> picture) {

    Reconciled {
        drift = List.copyOf(drift);
        handEdits = List.copyOf(handEdits);
        edits = List.copyOf(edits);
    }

    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(ran.findings());
        all.addAll(drift);
        return all;
    }
}

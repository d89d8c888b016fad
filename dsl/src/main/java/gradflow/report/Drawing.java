package gradflow.report;

import gradflow.report.plot.Plot;

/** How the numbers of a report become a picture. */
@FunctionalInterface
public interface Drawing {

    /** {@return the picture of {@code report}} */
    Plot of(Report report);
}

package gradflow.bench;

import java.util.List;

/**
 * A line of the table for each goal.
 *
 * @param job what ours does
 * @param what the same in words
 * @param times by which ours is multiplied
 * @param quick whether --quick has it
 * @param goals the peers
 */
record Row(Job job, String what, double times, boolean quick, List<Goal> goals) {
    Row(String job, String what, boolean quick, Goal... goals) {
        this(Job.of(job), what, job.startsWith("sweep") ? Sweep.PROJECTED : 1, quick, List.of(goals));
    }

    /** {@return the row without the peers of one kind} */
    Row without(String kind) {
        return new Row(
                job,
                what,
                times,
                quick,
                goals.stream().filter(goal -> !goal.way().startsWith(kind)).toList());
    }
}

package gradflow.notes;

import java.util.ArrayList;
import java.util.List;

/** Which lines of one text are which of another: with as few that are only in one of them as there can be. */
final class Alignment {
    /** More pairs of lines than these are not tried out; what is between the common ends is one change then. */
    private static final int MOST_PAIRS = 250_000;

    private static final int ONE_SIDED = 2;

    private final Likeness likeness;
    private final List<Step> steps = new ArrayList<>();

    private Alignment(Likeness likeness) {
        this.likeness = likeness;
    }

    /** How far two lines are from each other. */
    interface Likeness {
        /** {@return 0 for the same, 1 for the same with other numbers, 4 or more for different lines} */
        int distance(int one, int other);
    }

    /**
     * A pair of lines, or a line by itself.
     *
     * @param one the line of the first text, -1 if it has none
     * @param other the line of the second, -1 if it has none
     */
    record Step(int one, int other) {}

    /** {@return all lines of both texts, in order} */
    static List<Step> of(int ones, int others, Likeness likeness) {
        Alignment alignment = new Alignment(likeness);
        int start = 0;
        while (start < ones && start < others && likeness.distance(start, start) == 0) {
            start++;
        }
        int end = 0;
        while (end < Math.min(ones, others) - start && likeness.distance(ones - 1 - end, others - 1 - end) == 0) {
            end++;
        }
        for (int i = 0; i < start; i++) {
            alignment.steps.add(new Step(i, i));
        }
        alignment.between(start, ones - end, others - end);
        for (int i = end; i > 0; i--) {
            alignment.steps.add(new Step(ones - i, others - i));
        }
        return alignment.steps;
    }

    private void between(int start, int ones, int others) {
        int rows = ones - start;
        int columns = others - start;
        if ((long) rows * columns > MOST_PAIRS) {
            for (int i = start; i < ones; i++) {
                steps.add(new Step(i, -1));
            }
            for (int j = start; j < others; j++) {
                steps.add(new Step(-1, j));
            }
            return;
        }
        int[][] pairs = new int[rows][columns];
        // The least cost of what is left, from each place on.
        int[][] cost = new int[rows + 1][columns + 1];
        for (int i = rows; i >= 0; i--) {
            for (int j = columns; j >= 0; j--) {
                if (i == rows || j == columns) {
                    cost[i][j] = ONE_SIDED * (rows - i + columns - j);
                } else {
                    pairs[i][j] = likeness.distance(start + i, start + j);
                    cost[i][j] = Math.min(
                            pairs[i][j] + cost[i + 1][j + 1], ONE_SIDED + Math.min(cost[i + 1][j], cost[i][j + 1]));
                }
            }
        }
        int i = 0;
        int j = 0;
        while (i < rows || j < columns) {
            if (i < rows
                    && j < columns
                    && cost[i][j] == pairs[i][j] + cost[i + 1][j + 1]
                    && pairs[i][j] < 2 * ONE_SIDED) {
                steps.add(new Step(start + i++, start + j++));
            } else if (i < rows && cost[i][j] == ONE_SIDED + cost[i + 1][j]) {
                steps.add(new Step(start + i++, -1));
            } else {
                steps.add(new Step(-1, start + j++));
            }
        }
    }
}

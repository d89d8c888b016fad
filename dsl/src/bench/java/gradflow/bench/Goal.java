package gradflow.bench;

/**
 * Whom a row is compared with.
 *
 * @param way as {@link Peer#of} knows it
 * @param words for the table
 * @param least how many times as fast as the peer ours must be, in processor time; NaN: only shown
 * @param wall whether time on the clock counts instead, of work on several threads
 */
record Goal(String way, String words, double least, boolean wall) {
    static Goal least(double least, String way, String words) {
        return new Goal(way, words, least, false);
    }

    static Goal shown(String way, String words) {
        return new Goal(way, words, Double.NaN, false);
    }
}

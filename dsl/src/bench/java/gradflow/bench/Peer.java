package gradflow.bench;

import java.io.IOException;

/** Somebody who does the same work. */
@FunctionalInterface
interface Peer {
    /** Gets warm, and tells how long that took. */
    default Taken warmUp() throws IOException, Absent {
        return measure(0.05);
    }

    /**
     * Does the work over and over for so many seconds, at least once.
     *
     * @throws Absent if it isn't there
     */
    Taken measure(double seconds) throws IOException, Absent;

    /**
     * What one call took.
     *
     * @param wall seconds
     * @param cpu seconds, of all threads
     * @param answer what it said, NaN if that can't be compared
     */
    record Taken(double wall, double cpu, double answer) {
        Taken times(double k) {
            return new Taken(k * wall, k * cpu, answer);
        }
    }

    /** Why a peer isn't there. */
    final class Absent extends Exception {
        private static final long serialVersionUID = 1;

        Absent(String reason) {
            super(reason);
        }
    }

    /**
     * {@return the peer that does a job in a way: "python textbook", "djl best", "commons", "math", "own gradnorms 64 200 10": our
     * own other job, times 10, "limit 1": nobody, who takes one second}
     */
    static Peer of(String way, Job job) {
        String[] words = way.split(" ", 2);
        return switch (words[0]) {
            case "python" -> new PythonPeer(words[1], job);
            case "djl" -> new DjlPeer(words[1], job);
            case "commons" -> new JavaPeer(CommonsMathWork.of(job), 1);
            case "math" -> new JavaPeer(CommonsMathWork.tanh(job.size()), 1);
            case "own" -> own(words[1]);
            case "limit" -> {
                double seconds = Double.parseDouble(words[1]);
                yield budget -> new Taken(seconds, seconds, Double.NaN);
            }
            default -> throw new IllegalArgumentException("no such way: " + way);
        };
    }

    private static Peer own(String jobAndTimes) {
        int last = jobAndTimes.lastIndexOf(' ');
        Work work = OurWork.of(Job.of(jobAndTimes.substring(0, last)));
        return new JavaPeer(
                () -> {
                    work.call();
                    return Double.NaN;
                },
                Double.parseDouble(jobAndTimes.substring(last + 1)));
    }
}

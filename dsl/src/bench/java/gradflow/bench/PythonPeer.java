package gradflow.bench;

import java.io.IOException;

/**
 * A way of peers.py.
 *
 * @param way textbook, best or numpy
 * @param job what it does
 */
record PythonPeer(String way, Job job) implements Peer {
    @Override
    public Taken measure(double seconds) throws IOException, Absent {
        try (PythonLine line = PythonLine.open()) {
            String reply = line.ask(job.name() + " " + way + " " + job.size() + " " + job.steps() + " " + seconds);
            String[] words = reply.split(" ", 2);
            if (words[0].equals("absent")) {
                throw new Absent(words[1]);
            }
            String[] figures = reply.split(" ");
            return new Taken(
                    Double.parseDouble(figures[0]),
                    Double.parseDouble(figures[1]),
                    figures[2].equals("nan") ? Double.NaN : Double.parseDouble(figures[2]));
        }
    }
}

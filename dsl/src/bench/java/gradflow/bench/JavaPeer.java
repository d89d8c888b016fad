package gradflow.bench;

/**
 * A peer in this very process.
 *
 * @param work what it does
 * @param times by which its time is multiplied
 */
record JavaPeer(Work work, double times) implements Peer {
    @Override
    public Taken warmUp() {
        return WarmUp.until(work).times(times);
    }

    @Override
    public Taken measure(double seconds) {
        long wall = System.nanoTime();
        double cpu = Cpu.seconds();
        double answer;
        int calls = 0;
        do {
            answer = work.call();
            calls++;
        } while (System.nanoTime() - wall < seconds * 1e9);
        return new Taken((System.nanoTime() - wall) / 1e9 / calls, (Cpu.seconds() - cpu) / calls, answer).times(times);
    }
}

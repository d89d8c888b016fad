package gradflow.bench;

/**
 * A piece of work by name and size, as "gradnorms 64 200".
 *
 * @param name what is done
 * @param size n, mostly
 * @param steps T, mostly
 */
record Job(String name, int size, int steps) {
    static Job of(String text) {
        String[] words = text.split(" ");
        return new Job(words[0], Integer.parseInt(words[1]), Integer.parseInt(words[2]));
    }

    @Override
    public String toString() {
        return name + " " + size + " " + steps;
    }
}

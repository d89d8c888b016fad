package gradflow.repl.library;

import java.io.IOException;

/** A program that writes the inventory, as the launcher's run in the background does, and then goes by it. */
final class WriteThenRead {
    private WriteThenRead() {}

    /** Says whether it has one. */
    public static void main(String[] none) throws IOException {
        Stocktaking.write();
        System.out.print(Inventory.current().isPresent());
    }
}

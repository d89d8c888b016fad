package gradflow.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What stands below the tables: who was measured, and on what. */
final class About {
    private About() {}

    static String text(boolean quick) {
        return "Java " + System.getProperty("java.version") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors, load "
                + String.format(
                        Locale.ROOT,
                        "%.1f",
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage())
                + " at the end" + (quick ? "; --quick: few rows and rounds" : "") + ".\n" + python() + djl();
    }

    private static String python() {
        try (PythonLine line = PythonLine.open()) {
            return line.ask("about") + ".\n";
        } catch (Peer.Absent e) {
            return "Not there to compare with: PyTorch and NumPy; " + e.getMessage() + ".\n";
        } catch (IOException e) {
            return "Not there to compare with: PyTorch and NumPy; " + e + ".\n";
        }
    }

    private static String djl() {
        try {
            return "From Java: PyTorch " + DjlPeer.engine().getVersion() + " by DJL.\n";
        } catch (Peer.Absent e) {
            return "Not there to compare with: PyTorch from Java; " + e.getMessage() + ".\n";
        }
    }
}

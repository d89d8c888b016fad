package gradflow.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** A connection to peers.py, one line each way. */
final class PythonLine implements AutoCloseable {
    /** The system property that says where peers.py listens; without it there is no Python. */
    static final String SOCKET = "gradflow.bench.socket";

    private final SocketChannel channel;
    private final BufferedReader replies;

    private PythonLine(SocketChannel channel) {
        this.channel = channel;
        replies = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
    }

    static PythonLine open() throws IOException, Peer.Absent {
        String path = System.getProperty(SOCKET);
        if (path == null) {
            throw new Peer.Absent("no Python with NumPy or PyTorch was found; PYTHON names one");
        }
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(path));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return new PythonLine(channel);
    }

    void tell(String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    String ask(String line) throws IOException {
        tell(line);
        String reply = replies.readLine();
        if (reply == null) {
            throw new IOException("peers.py gave no answer to: " + line);
        }
        return reply;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

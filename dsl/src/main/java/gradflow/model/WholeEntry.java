package gradflow.model;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/**
 * An entry of an archive, held to what the archive's directory says of it. Java's ZipFile believes both the size, which a
 * bomb understates, and the checksum.
 */
final class WholeEntry extends FilterInputStream {
    private final CRC32 sum = new CRC32();
    private final long promised;
    private long left;

    WholeEntry(InputStream in, long size, long promised) {
        super(in);
        this.left = size;
        this.promised = promised;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = left == 0 ? -1 : super.read(bytes, offset, (int) Math.min(length, left));
        if (read > 0) {
            sum.update(bytes, offset, read);
            left -= read;
            if (left == 0 && (in.read() >= 0 || sum.getValue() != promised)) {
                throw new IOException("longer than the directory says, or another checksum");
            }
        }
        return read;
    }

    /** By reading: what is skipped counts for the checksum too. */
    @Override
    public long skip(long n) throws IOException {
        return readNBytes((int) Math.min(n, Integer.MAX_VALUE)).length;
    }
}

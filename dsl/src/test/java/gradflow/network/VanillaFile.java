package gradflow.network;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A vanilla layer of two units and three inputs, as {@code save_file(rnn.state_dict(), …)} writes it. */
public final class VanillaFile {
    private VanillaFile() {}

    /** {@return the path of such a file, written into this folder} */
    public static String in(Path folder) throws IOException {
        String header = """
                {"weight_ih_l0":{"dtype":"F64","shape":[2,3],"data_offsets":[0,48]},\
                "weight_hh_l0":{"dtype":"F64","shape":[2,2],"data_offsets":[48,80]},\
                "bias_ih_l0":{"dtype":"F64","shape":[2],"data_offsets":[80,96]},\
                "bias_hh_l0":{"dtype":"F64","shape":[2],"data_offsets":[96,112]}}""";
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + text.length + 112).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(text.length).put(text);
        for (double x : new double[] {1, 2, 3, 4, 5, 6, 0.5, 0.1, -0.2, 0.4, 0.1, 0.2, 0.01, 0.02}) {
            bytes.putDouble(x);
        }
        Path file = folder.resolve("net.safetensors");
        Files.write(file, bytes.array());
        return file.toString();
    }
}

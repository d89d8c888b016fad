package gradflow.model;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A zip archive of NumPy arrays, as numpy.savez and savez_compressed write it. What isn't an array is passed over. */
record Npz(Path path, List<StoredTensor> tensors) implements TensorStore {
    private static final String REMEDY = "save the arrays again, in Python: numpy.savez(file, w_hh=array)";
    private static final String SUFFIX = ".npy";

    /** Each costs a header to inflate, and many may share the same few bytes of a hostile file. */
    private static final int MOST_ENTRIES = 10_000;

    static Npz open(Path path) throws IOException {
        try (ZipFile zip = opened(path)) {
            if (zip.size() > MOST_ENTRIES) {
                throw new Malformed(
                        "the archive may have " + MOST_ENTRIES + " entries at most, but has " + zip.size(), REMEDY);
            }
            List<StoredTensor> tensors = new ArrayList<>();
            Set<String> names = new HashSet<>();
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!names.add(entry.getName())) {
                    throw new Malformed(
                            "the archive has the entry " + Expression.brief(entry.getName()) + " twice", REMEDY);
                }
                if (entry.getName().endsWith(SUFFIX)) {
                    tensors.add(tensor(zip, entry));
                }
            }
            if (tensors.isEmpty()) {
                throw names.stream().anyMatch(name -> name.endsWith(".pkl"))
                        ? pickle("this archive has")
                        : new Malformed("there is no array, so no entry ending in .npy, in this archive", REMEDY);
            }
            return new Npz(path, tensors);
        }
    }

    private static ZipFile opened(Path path) throws Malformed {
        try {
            return new ZipFile(path.toFile());
        } catch (IOException | IllegalArgumentException e) {
            throw damaged("the archive's directory, at the end of the file,");
        }
    }

    private static StoredTensor tensor(ZipFile zip, ZipEntry entry) throws Malformed {
        String name = entry.getName().substring(0, entry.getName().length() - SUFFIX.length());
        try (InputStream in = zip.getInputStream(entry)) {
            return NpyHeader.read(in).tensor(name, entry.getSize());
        } catch (Malformed e) {
            String what = e.what();
            String said = StoredTensor.said(name);
            throw new Malformed(what.startsWith(said) ? what : said + ": " + what, e.remedy());
        } catch (IOException e) {
            throw damaged(StoredTensor.said(name));
        }
    }

    @Override
    public InputStream bytes(StoredTensor tensor) throws IOException {
        ZipFile zip = opened(path);
        try {
            ZipEntry entry = zip.getEntry(tensor.info().name() + SUFFIX);
            if (entry == null) {
                throw damaged(tensor.said());
            }
            InputStream whole = new WholeEntry(zip.getInputStream(entry), entry.getSize(), entry.getCrc());
            InputStream in = new FilterInputStream(whole) {
                @Override
                public void close() throws IOException {
                    zip.close();
                }
            };
            in.skipNBytes(tensor.offset());
            return in;
        } catch (IOException e) {
            zip.close();
            throw e instanceof Malformed ? e : damaged(tensor.said());
        }
    }

    private static Malformed damaged(String what) {
        return new Malformed(what + " can't be read: the zip archive is damaged, encrypted or of a rare kind", REMEDY);
    }

    /** {@return the refusal of what PyTorch saves by default} */
    static Malformed pickle(String said) {
        return new Malformed(
                said + " a pickle, which can run any code when it is read, so it isn't",
                "in Python, where the file can be trusted: safetensors.torch.save_file(model.state_dict(), file)");
    }
}

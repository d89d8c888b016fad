"""Writes the .npy and .npz files beside it: numpy_files.py DIRECTORY"""

import os
import sys

import numpy as np

os.chdir(sys.argv[1])
w = np.arange(6).reshape(2, 3) / 8 - 0.25  # exact in every format: -0.25, -0.125, 0, 0.125, 0.25, 0.375

np.save("c_f8.npy", w)
np.save("fortran_f4.npy", np.asfortranarray(w.astype("<f4")))
np.save("big_f8.npy", w.astype(">f8"))
np.save("big_f2.npy", w.astype(">f2"))
np.save("row_f2.npy", w.ravel().astype("<f2"))
with open("version2.npy", "wb") as out:
    np.lib.format.write_array(out, w, version=(2, 0))
with open("version3.npy", "wb") as out:
    np.lib.format.write_array(out, w, version=(3, 0))
np.savez("stored.npz", w_hh=w, bias=w[0].astype("<f4"), ids=np.arange(3), words=np.array(["the", "cats"]))
np.savez_compressed("deflated.npz", w_hh=np.asfortranarray(w), zeros=np.zeros((64, 64), "<f4"))
np.save("objects.npy", np.array([{"a": 1}, None], dtype=object), allow_pickle=True)
np.save("record.npy", np.zeros(2, dtype=[("a", "<f4"), ("b", "<i4")]))

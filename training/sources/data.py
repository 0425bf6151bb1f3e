"""The treebanks as numbers: which sentences, which vocabularies, which batches."""

import random
from collections import Counter
from pathlib import Path
from zlib import crc32

import numpy as np
import torch

from sources.conllu import read_conllu
from sources.features import AFFIXES, affix, norm, shape, wordnet_bits

TRAIN = ['ewt-train.conllu.gz', 'gum-train-safe.conllu.gz']
DEV = {'EWT dev': 'ewt-dev.conllu.gz', 'GUM dev': 'gum-dev-safe.conllu.gz'}
LEXICON = 'wnlex.txt.gz'
# Transcripts whose licence is not stated plainly enough.
LEFT_OUT = ('GUM_court_',)
LONGEST = 110
WORD_SEEN, AFFIX_SEEN, CLASS_SEEN = 2, 4, 3
SPECIAL = 2


def read_training(folder, fold=None):
    """`fold` (k, n): without the documents of the kth of n parts."""
    sentences = [s for name in TRAIN for s in read_conllu(Path(folder) / name)]
    return [s for s in sentences if not s.id.startswith(LEFT_OUT) and (fold is None or fold_of(s.id, fold[1]) != fold[0])]


def fold_of(sentence_id, folds):
    """Documents stay whole: what stands before the last hyphen and number of a sentence's id."""
    return crc32(sentence_id.rpartition('-')[0].encode()) % folds


def commonest(counter, seen):
    """Sorted by count, then by spelling, so that the order rests on nothing else."""
    return [item for item, count in sorted(counter.items(), key=lambda pair: (-pair[1], pair[0])) if count >= seen]


class Vocabularies:
    def __init__(self, sentences, lexicon, glove_words, words):
        self.lexicon = lexicon
        norms = Counter(norm(form) for s in sentences for form in s.forms)
        self.words = commonest(norms, WORD_SEEN)
        chosen = set(self.words)
        rare = [word for word in glove_words if word not in chosen and norm(word) == word]
        self.words += rare[:max(0, words - len(self.words))]
        self.learned = {word for word, count in norms.items() if count >= WORD_SEEN}
        self.affixes = {}
        for name, units in AFFIXES.items():
            counts = Counter()
            for word, count in norms.items():
                counts[affix(word, units)] += count
            self.affixes[name] = commonest(counts, AFFIX_SEEN)
        self.tags = commonest(Counter(tag for s in sentences for tag in s.tags), CLASS_SEEN)
        self.labels = commonest(Counter(r for s in sentences for r in s.relations), CLASS_SEEN)
        self.index()

    def index(self):
        self.word_ids = {word: i + SPECIAL for i, word in enumerate(self.words)}
        self.affix_ids = {name: {item: i + SPECIAL for i, item in enumerate(items)} for name, items in self.affixes.items()}
        self.tag_ids = {tag: i for i, tag in enumerate(self.tags)}
        self.label_ids = {label: i for i, label in enumerate(self.labels)}

    def sizes(self):
        return {**{name: len(items) + SPECIAL for name, items in self.affixes.items()}, 'tags': len(self.tags), 'labels': len(self.labels)}

    def vectors(self, glove_words, table):
        """GloVe's vectors in the order of the words, and which words have a learned difference (the two special rows, too)."""
        rows = {word: i for i, word in enumerate(glove_words)}
        vectors = np.zeros((len(self.words) + SPECIAL, table.shape[1]), np.float32)
        learned = np.ones(len(vectors), np.float32)
        for i, word in enumerate(self.words, SPECIAL):
            if word in rows:
                vectors[i] = table[rows[word]]
            learned[i] = word in self.learned
        return vectors, learned

    def encode(self, sentence):
        """Each a row of n + 1 numbers, the root's first. What is not in the vocabulary of classes is -1: no loss, never right."""
        norms = [norm(form) for form in sentence.forms]
        columns = {
            'words': [1] + [self.word_ids.get(word, 0) for word in norms],
            'shape': [0] + [shape(form, i == 0) for i, form in enumerate(sentence.forms)],
            'wordnet': [0] + [wordnet_bits(self.lexicon, word) for word in norms],
            'tags': [-1] + [self.tag_ids.get(tag, -1) for tag in sentence.tags],
            'heads': [0] + sentence.heads,
            'labels': [-1] + [self.label_ids.get(relation, -1) for relation in sentence.relations],
        }
        for name, units in AFFIXES.items():
            columns[name] = [1] + [self.affix_ids[name].get(affix(word, units), 0) for word in norms]
        return {name: np.array(column) for name, column in columns.items()}


def batch_of(encoded):
    lengths = [len(item['words']) for item in encoded]
    size = max(lengths)
    batch = {'lengths': torch.tensor(lengths)}
    for name in encoded[0]:
        fill = -1 if name in ('tags', 'labels') else 0
        rows = np.full((len(encoded), size), fill, np.int64)
        for row, item in zip(rows, encoded):
            row[:len(item[name])] = item[name]
        batch[name] = torch.tensor(rows)
    inside = torch.arange(size)[None, :] < batch['lengths'][:, None]
    inside[:, 0] = False
    batch['inside'] = inside
    return batch


def batches(encoded, positions, seed=None):
    """Lists of sentence numbers, of like length; shuffled when there is a seed."""
    order = list(range(len(encoded)))
    chance = random.Random(seed)
    if seed is not None:
        chance.shuffle(order)
    order.sort(key=lambda i: len(encoded[i]['words']) + (chance.random() * 3 if seed is not None else 0))
    groups, group = [], []
    for i in order:
        if group and (len(group) + 1) * len(encoded[i]['words']) > positions:
            groups.append(group)
            group = []
        group.append(i)
    groups.append(group)
    if seed is not None:
        chance.shuffle(groups)
    return groups

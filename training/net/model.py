"""The net: embeddings, two bidirectional LSTM layers, a tag head after the first, biaffine arcs and labels after the last."""

import torch
from torch import nn

from net.lstm import BiLstm
from sources.features import AFFIXES, SHAPES, WORDNET_BITS

DIMS = {'word': 64, 'suffix2': 12, 'suffix3': 24, 'suffix4': 16, 'prefix2': 8, 'prefix3': 12, 'shape': 8,
        'wordnet': WORDNET_BITS, 'hidden': 144, 'layers': 2, 'arc': 112, 'label': 48, 'tagLayer': 1}
WORDNET_VALUE = 0.5
NEVER = -1e9


def input_size(dims):
    return sum(dims[name] for name in ('word', *AFFIXES, 'shape', 'wordnet'))


class SharedDropout(nn.Module):
    """Drops the same units at every position of a sentence."""

    def __init__(self, rate):
        super().__init__()
        self.rate = rate

    def forward(self, x):
        if not self.training:
            return x
        mask = torch.empty(x.shape[0], 1, x.shape[2]).bernoulli_(1 - self.rate) / (1 - self.rate)
        return x * mask


class Words(nn.Module):
    """A word's vector: its GloVe vector through a learned matrix, and, for words of the treebanks, a learned difference."""

    def __init__(self, glove, learned, size):
        super().__init__()
        self.register_buffer('glove', torch.tensor(glove))
        self.register_buffer('learned', torch.tensor(learned, dtype=torch.float32)[:, None])
        self.project = nn.Linear(glove.shape[1], size, bias=False)
        self.difference = nn.Embedding(len(glove), size)
        nn.init.normal_(self.project.weight, std=glove.shape[1] ** -0.5 * 0.5)
        nn.init.normal_(self.difference.weight, std=0.1)

    def forward(self, ids):
        return self.project(self.glove[ids]) + self.difference(ids) * self.learned[ids]

    def table(self):
        return self.project(self.glove) + self.difference.weight * self.learned


class Reader(nn.Module):
    def __init__(self, dims, sizes, glove, learned, dropout):
        super().__init__()
        self.dims = dims
        self.word_dropout = dropout['word']
        self.words = Words(glove, learned, dims['word'])
        self.affixes = nn.ModuleDict({name: nn.Embedding(sizes[name], dims[name]) for name in AFFIXES})
        self.shapes = nn.Embedding(SHAPES, dims['shape'])
        for table in (*self.affixes.values(), self.shapes):
            nn.init.normal_(table.weight, std=0.3)
        hidden = dims['hidden']
        inputs = [input_size(dims)] + [2 * hidden] * (dims['layers'] - 1)
        self.lstm = nn.ModuleList(BiLstm(size, hidden) for size in inputs)
        self.tag = nn.Linear(2 * hidden, sizes['tags'])
        self.arc_head = nn.Linear(2 * hidden, dims['arc'])
        self.arc_dep = nn.Linear(2 * hidden, dims['arc'])
        self.label_head = nn.Linear(2 * hidden, dims['label'])
        self.label_dep = nn.Linear(2 * hidden, dims['label'])
        self.arc = nn.Linear(dims['arc'], dims['arc'])
        self.label = nn.Parameter(torch.randn(sizes['labels'], dims['label'] + 1, dims['label'] + 1) * 0.05)
        self.input_dropout = nn.Dropout(dropout['input'])
        self.dropout = SharedDropout(dropout['hidden'])
        self.head_dropout = SharedDropout(dropout['heads'])
        self.bits = torch.arange(WORDNET_BITS)

    def inputs(self, batch):
        words = batch['words']
        if self.training:
            lost = (torch.rand(words.shape) < self.word_dropout) & (words > 1)
            words = words.masked_fill(lost, 0)
        wordnet = (batch['wordnet'][..., None] >> self.bits & 1).float() * WORDNET_VALUE
        parts = [self.words(words)] + [self.affixes[name](batch[name]) for name in AFFIXES]
        return self.input_dropout(torch.cat([*parts, self.shapes(batch['shape']), wordnet], -1))

    def forward(self, batch):
        """Scores of tags (batch, position, tag) and of arcs (batch, dependent, head), and what labels are scored from."""
        x = self.inputs(batch)
        present = torch.arange(x.shape[1])[None, :] < batch['lengths'][:, None]
        for layer, lstm in enumerate(self.lstm, 1):
            x = self.dropout(lstm(x, present))
            if layer == self.dims['tagLayer']:
                tags = self.tag(x)

        def mlp(linear):
            return self.head_dropout(torch.relu(linear(x)))

        heads, dependents = mlp(self.arc_head), mlp(self.arc_dep)
        arcs = self.arc(dependents) @ heads.transpose(1, 2)
        itself = torch.eye(x.shape[1], dtype=torch.bool)[None]
        arcs = arcs.masked_fill(~present[:, None, :] | itself, NEVER)
        one = torch.ones(*x.shape[:2], 1)
        return tags, arcs, torch.cat([mlp(self.label_head), one], -1), torch.cat([mlp(self.label_dep), one], -1)

    def labels(self, heads, dependents, chosen):
        """Scores of labels (batch, dependent, label) given each dependent's head."""
        size = heads.shape[2]
        picked = heads.gather(1, chosen[..., None].expand(-1, -1, size))
        turned = torch.einsum('bni,rij->bnrj', dependents, self.label)
        return (turned @ picked[..., None])[..., 0]

"""How far the net's probabilities can be believed: one temperature for each of its three answers, and the table that shows what they are worth."""

import numpy as np
import torch
from torch.nn.functional import cross_entropy

BOUNDS = [0, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1.0000001]
TEMPERATURES = np.round(np.arange(0.7, 2.01, 0.02), 2)


def best_temperature(scores, answers):
    """Of the grid, the one under which the right answers are likeliest; scores are rows of one width, answers their columns (-1: left out)."""
    rows = torch.cat(scores)
    gold = torch.cat(answers)
    losses = [cross_entropy(rows / float(t), gold, ignore_index=-1).item() for t in TEMPERATURES]
    return float(TEMPERATURES[int(np.argmin(losses))])


def fit(found, encoded):
    """Temperatures of tags, arcs and labels over predictions made at temperature 1; labels count where the head was right."""
    widest = max(len(item['heads']) for item in encoded)
    tags, arcs, labels = ([], []), ([], []), ([], [])
    for (tag, arc, tree, label), item in zip(found, encoded):
        tags[0].append(torch.from_numpy(tag[1:]))
        tags[1].append(torch.from_numpy(item['tags'][1:]))
        wide = np.full((len(arc) - 1, widest), -1e9, np.float32)
        wide[:, :len(arc)] = arc[1:]
        arcs[0].append(torch.from_numpy(wide))
        arcs[1].append(torch.from_numpy(item['heads'][1:]))
        labels[0].append(torch.from_numpy(label[1:]))
        right = tree[1:] == item['heads'][1:]
        labels[1].append(torch.from_numpy(np.where(right, item['labels'][1:], -1)))
    return {'arc': best_temperature(*arcs), 'label': best_temperature(*labels), 'tag': best_temperature(*tags)}


def softmax(scores):
    odds = np.exp(scores - scores.max(-1, keepdims=True))
    return odds / odds.sum(-1, keepdims=True)


def answers(found, encoded, temperature):
    """Said probability and whether it was right: of each arc, and of each label whose head is right."""
    arcs, labels = [], []
    for (_, arc, tree, label), item in zip(found, encoded):
        said = softmax(arc[1:] / temperature['arc'])
        words = np.arange(len(said))
        right = tree[1:] == item['heads'][1:]
        arcs += zip(said[words, tree[1:]], right)
        chances = softmax(label[1:] / temperature['label'])
        best = chances.argmax(-1)
        labels += [(chances[k, best[k]], best[k] == item['labels'][k + 1]) for k in words if right[k]]
    return {'arcs': np.array(arcs, float), 'labels': np.array(labels, float)}


def table(pairs):
    """By what was said: share of all, mean of what was said, per cent right."""
    rows = []
    for low, high in zip(BOUNDS, BOUNDS[1:]):
        inside = pairs[(pairs[:, 0] >= low) & (pairs[:, 0] < high)]
        if len(inside):
            rows.append({'from': low, 'to': min(high, 1), 'share': round(100 * len(inside) / len(pairs), 1),
                         'said': round(100 * inside[:, 0].mean(), 1), 'right': round(100 * inside[:, 1].mean(), 1)})
    return rows

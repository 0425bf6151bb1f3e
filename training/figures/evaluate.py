"""Figures on dev: tags, arcs and labels, with the best projective tree of one root, as inference finds it."""

import numpy as np
import torch

from figures.eisner import best_tree
from sources.data import batch_of, batches


def predict(model, encoded, temperature=1.0):
    """For each sentence its tag scores, arc log-probabilities (dependent, head), tree, and label scores given that tree."""
    model.eval()
    found = [None] * len(encoded)
    with torch.no_grad():
        for group in batches(encoded, 4096):
            batch = batch_of([encoded[i] for i in group])
            tags, arcs, heads, dependents = model(batch)
            arcs = torch.log_softmax(arcs / temperature, -1)
            trees = torch.zeros(arcs.shape[:2], dtype=torch.long)
            for row, i in enumerate(group):
                size = len(encoded[i]['words'])
                trees[row, :size] = torch.tensor(best_tree(arcs[row, :size, :size].double().numpy()))
            labels = model.labels(heads, dependents, trees)
            for row, i in enumerate(group):
                size = len(encoded[i]['words'])
                found[i] = (tags[row, :size].numpy(), arcs[row, :size, :size].numpy(), trees[row, :size].numpy(), labels[row, :size].numpy())
    return found


def figures(found, sentences, vocabularies):
    """Per cent right: UPOS, XPOS, UAS, LAS with subtypes, LAS of the relations without their subtypes."""
    counts = dict.fromkeys(('words', 'UPOS', 'XPOS', 'UAS', 'LAS', 'LAS universal'), 0)
    upos = [tag.split('|')[1] for tag in vocabularies.tags]
    kinds = sorted(set(upos))
    gather = np.array([[kind == u for kind in kinds] for u in upos], float)
    for (tags, _, tree, labels), sentence in zip(found, sentences):
        odds = np.exp(tags[1:] - tags[1:].max(-1, keepdims=True))
        likeliest = (odds @ gather).argmax(-1)
        best = odds.argmax(-1)
        for k, (head, relation) in enumerate(zip(sentence.heads, sentence.relations)):
            said = vocabularies.labels[labels[k + 1].argmax()]
            arc = tree[k + 1] == head
            counts['words'] += 1
            counts['UPOS'] += kinds[likeliest[k]] == sentence.upos[k]
            counts['XPOS'] += vocabularies.tags[best[k]].split('|')[0] == sentence.xpos[k]
            counts['UAS'] += arc
            counts['LAS'] += arc and said == relation
            counts['LAS universal'] += arc and said.split(':')[0] == relation.split(':')[0]
    words = counts.pop('words')
    return {name: round(100 * int(count) / words, 2) for name, count in counts.items()}

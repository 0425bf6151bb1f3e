"""The likeliest projective tree with one root (Eisner 1996), over arrays of spans of the same length."""

import numpy as np


def best_tree(arcs):
    """Heads of the positions 0 … n, given log-probabilities (dependent, head); position 0 is the root and has head 0."""
    size = len(arcs)
    closed = np.full((2, size, size), -np.inf)
    opened = np.full((2, size, size), -np.inf)
    split = np.zeros((4, size, size), int)
    every = np.arange(size)
    closed[:, every, every] = 0
    for length in range(1, size - 1):
        start = np.arange(1, size - length)
        end = start + length
        middle = start[:, None] + np.arange(length)[None, :]
        i, j = start[:, None], end[:, None]
        sums = closed[1, i, middle] + closed[0, middle + 1, j]
        chosen = sums.argmax(1)
        best = sums[every[:len(start)], chosen]
        opened[0, start, end] = best + arcs[start, end]
        opened[1, start, end] = best + arcs[end, start]
        split[0, start, end] = start + chosen
        sums = closed[0, i, middle] + opened[0, middle, j]
        chosen = sums.argmax(1)
        closed[0, start, end] = sums[every[:len(start)], chosen]
        split[2, start, end] = start + chosen
        sums = opened[1, i, middle + 1] + closed[1, middle + 1, j]
        chosen = sums.argmax(1)
        closed[1, start, end] = sums[every[:len(start)], chosen]
        split[3, start, end] = start + chosen + 1
    words = every[1:]
    root = 1 + int((closed[0, 1, words] + closed[1, words, size - 1] + arcs[words, 0]).argmax())
    heads = np.zeros(size, int)
    todo = [('left', 1, root), ('right', root, size - 1)]
    while todo:
        kind, i, j = todo.pop()
        if i == j:
            continue
        if kind == 'left':
            k = split[2, i, j]
            todo += [('left', i, k), ('to left', k, j)]
        elif kind == 'right':
            k = split[3, i, j]
            todo += [('to right', i, k), ('right', k, j)]
        else:
            heads[i if kind == 'to left' else j] = j if kind == 'to left' else i
            k = split[0, i, j]
            todo += [('right', i, k), ('left', k + 1, j)]
    return heads

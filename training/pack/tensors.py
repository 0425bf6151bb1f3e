"""A net's parameters as the named tensors of FORMAT.md, and back."""

import numpy as np
import torch
from torch import nn

from sources.features import AFFIXES

TABLES = ('word', *AFFIXES, 'shape')
LINEAR = {'tag': 'tag', 'arcHead': 'arc_head', 'arcDep': 'arc_dep', 'labelHead': 'label_head', 'labelDep': 'label_dep', 'arc': 'arc'}


def tensors_of(model):
    """Name, values (output-major), and whether they are a bias."""
    with torch.no_grad():
        found = {'word': model.words.table(), 'shape': model.shapes.weight}
        found.update({name: table.weight for name, table in model.affixes.items()})
        for layer, lstm in enumerate(model.lstm, 1):
            for index, direction in enumerate('fb'):
                found[f'x{layer}{direction}'] = lstm.x[index].t()
                found[f'u{layer}{direction}'] = lstm.u[index].t()
                found[f'b{layer}{direction}'] = lstm.b[index][None]
        for name, attribute in LINEAR.items():
            linear = getattr(model, attribute)
            found[name] = linear.weight
            # The arcs' linear map is y = W·d + b with scores y·h: its columns are the dependent's units, as everywhere.
            found[f'{name}.bias'] = linear.bias[None]
        labels, size, _ = model.label.shape
        found['label'] = model.label.reshape(labels * size, size)
        return {name: values.detach().numpy().copy() for name, values in found.items()}


def is_float(name):
    return name.endswith('.bias') or name[0] == 'b' and name[1:2].isdigit()


def put_tensors(model, tensors):
    """Gives the net the values that were stored, so that it can be measured as it ships."""
    def tensor(name):
        return torch.from_numpy(np.ascontiguousarray(tensors[name]))

    with torch.no_grad():
        model.words = nn.Embedding.from_pretrained(tensor('word'))
        model.shapes.weight.copy_(tensor('shape'))
        for name, table in model.affixes.items():
            table.weight.copy_(tensor(name))
        for layer, lstm in enumerate(model.lstm, 1):
            for index, direction in enumerate('fb'):
                lstm.x[index].copy_(tensor(f'x{layer}{direction}').t())
                lstm.u[index].copy_(tensor(f'u{layer}{direction}').t())
                lstm.b[index].copy_(tensor(f'b{layer}{direction}')[0])
        for name, attribute in LINEAR.items():
            getattr(model, attribute).weight.copy_(tensor(name))
            getattr(model, attribute).bias.copy_(tensor(f'{name}.bias')[0])
        model.label.copy_(tensor('label').reshape(model.label.shape))

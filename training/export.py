"""Quantises a trained net, measures it as it ships, and writes the container and its record."""

import argparse
import json
import platform
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import torch

from figures.calibration import answers, fit, table
from figures.evaluate import figures, predict
from net.model import DIMS, WORDNET_VALUE, input_size
from pack.container import Container, front_coded, read_tensors
from pack.lemmas import lemma_of, lemma_tables, lemma_texts
from pack.tensors import TABLES, is_float, put_tensors, tensors_of
from sources.conllu import read_conllu
from sources.data import DEV, LEXICON, TRAIN
from sources.features import AFFIXES
from sources.glove import sha256
from train import prepare


def lemma_accuracy(rules, dictionary, sentences):
    """With the treebank's own tags; capitals do not count."""
    right = [lemma_of(rules, dictionary, tag, form.lower()) == lemma.lower()
             for s in sentences for form, lemma, tag in zip(s.forms, s.lemmas, s.tags)]
    return round(100 * float(np.mean(right)), 2)


def container_of(model, vocabularies, lemmas, temperature, made):
    dims = {**DIMS, **model.dims, 'input': input_size(model.dims)}
    container = Container({'format': 1, 'made': made, 'dims': dims, 'wordnetValue': WORDNET_VALUE, 'temperature': temperature})
    for name, values in tensors_of(model).items():
        if is_float(name):
            container.add_floats(name, values)
        else:
            container.add_integers(name, values, by_row=name not in TABLES)
    container.add_text('words', vocabularies.words)
    for name in AFFIXES:
        container.add_text(name, vocabularies.affixes[name])
    container.add_text('tags', vocabularies.tags)
    container.add_text('labels', vocabularies.labels)
    for name, lines in lemma_texts(*lemmas).items():
        container.add_text(name, lines)
    container.add_bytes('lexicon', front_coded(vocabularies.lexicon))
    return container.packed()


def sums(options, glove_sum):
    names = [*TRAIN, *DEV.values(), LEXICON]
    return {**{name: sha256(Path(options.treebanks) / name) for name in names}, Path(options.glove).name: glove_sum}


def export(run, out):
    with open(Path(run) / 'options.json', encoding='utf-8') as file:
        options = json.load(file)
    options = SimpleNamespace(**{**options, 'out': run})
    torch.set_num_threads(options.threads)
    vocabularies, sentences, model, glove_sum = prepare(options)
    model.load_state_dict(torch.load(Path(run) / 'net.pt'))
    lemmas = lemma_tables(sentences)
    made = {'seed': options.seed, 'epochs': options.epoch, 'python': platform.python_version(), 'torch': torch.__version__, 'numpy': np.__version__}
    draft = container_of(model, vocabularies, lemmas, {'arc': 1.0, 'label': 1.0, 'tag': 1.0}, made)
    put_tensors(model, read_tensors(draft)[1])
    dev = {name: read_conllu(Path(options.treebanks) / file) for name, file in DEV.items()}
    encoded = {name: [vocabularies.encode(s) for s in found] for name, found in dev.items()}
    found = {name: predict(model, encoded[name]) for name in dev}
    temperature = fit([p for name in dev for p in found[name]], [e for name in dev for e in encoded[name]])
    record = {'made': {**made, 'options': {k: v for k, v in vars(options).items() if k in ('seed', 'epochs', 'words', 'hidden', 'positions', 'rate', 'tag_loss', 'head_dropout', 'threads')},
                       'teachers': len(options.teachers)}, 'data': sums(options, glove_sum), 'temperature': temperature, 'dev': {}, 'calibration': {}}
    for name in dev:
        record['dev'][name] = {**figures(found[name], dev[name], vocabularies), 'lemmas, given tags': lemma_accuracy(*lemmas, dev[name])}
        record['calibration'][name] = {kind: table(pairs) for kind, pairs in answers(found[name], encoded[name], temperature).items()}
    _, before = read_tensors(draft)
    model.words.table = lambda: model.words.weight
    packed = container_of(model, vocabularies, lemmas, temperature, made)
    _, after = read_tensors(packed)
    assert all(np.allclose(before[name], after[name], atol=1e-6) for name in before)
    Path(out).mkdir(parents=True, exist_ok=True)
    (Path(out) / 'english.weights').write_bytes(packed)
    record['size'] = len(packed)
    record['sha256'] = sha256(Path(out) / 'english.weights')
    (Path(out) / 'record.json').write_text(json.dumps(record, indent=2) + '\n', encoding='utf-8')
    return record


if __name__ == '__main__':
    parser = argparse.ArgumentParser()
    parser.add_argument('run', help='folder that train.py wrote')
    parser.add_argument('out', help='folder for english.weights and record.json')
    arguments = parser.parse_args()
    print(json.dumps(export(arguments.run, arguments.out), indent=1))

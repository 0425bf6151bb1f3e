"""Sentences of a CoNLL-U file, plain or gzipped."""

import gzip
from dataclasses import dataclass, field


@dataclass
class Sentence:
    id: str = ''
    forms: list = field(default_factory=list)
    lemmas: list = field(default_factory=list)
    upos: list = field(default_factory=list)
    xpos: list = field(default_factory=list)
    heads: list = field(default_factory=list)
    relations: list = field(default_factory=list)

    def add(self, columns):
        self.forms.append(columns[1])
        self.lemmas.append(columns[2])
        self.upos.append(columns[3])
        self.xpos.append(columns[4])
        self.heads.append(int(columns[6]))
        self.relations.append(columns[7])

    @property
    def tags(self):
        return [f'{x}|{u}' for x, u in zip(self.xpos, self.upos)]


def read_conllu(path):
    """Words only: the lines of multiword tokens and of empty nodes are left out."""
    opened = gzip.open if str(path).endswith('.gz') else open
    sentences = []
    sentence = Sentence()
    with opened(path, 'rt', encoding='utf-8') as lines:
        for line in lines:
            line = line.rstrip('\n')
            if not line:
                if sentence.forms:
                    sentences.append(sentence)
                sentence = Sentence()
            elif line.startswith('# sent_id = '):
                sentence.id = line[len('# sent_id = '):]
            elif not line.startswith('#'):
                columns = line.split('\t')
                if columns[0].isdigit():
                    sentence.add(columns)
    if sentence.forms:
        sentences.append(sentence)
    return sentences

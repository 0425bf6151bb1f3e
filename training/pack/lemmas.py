"""Lemmas: what to cut off and to add, by tag and suffix, and a dictionary of what those rules get wrong."""

from collections import Counter, defaultdict

LONGEST_SUFFIX = 5
RULE_SEEN = 2


def rule_of(form, lemma):
    shared = 0
    while shared < min(len(form), len(lemma)) and form[shared] == lemma[shared]:
        shared += 1
    return len(form) - shared, lemma[shared:]


def suffixes(form):
    """Longest first; the form is longer than its suffix."""
    return [form[len(form) - units:] for units in range(min(LONGEST_SUFFIX, len(form) - 1), -1, -1)]


def likeliest(counter):
    return min(counter.items(), key=lambda pair: (-pair[1], pair[0]))


def ruled(rules, tag, form):
    for suffix in suffixes(form):
        if (tag, suffix) in rules:
            cut, ending = rules[tag, suffix]
            return form[:len(form) - cut] + ending
    return form


def pruned(counts):
    """Only rules that say something other than the rule of the next shorter suffix does."""
    rules = {}
    for tag, suffix in sorted(counts, key=lambda key: (len(key[1]), key)):
        rule, seen = likeliest(counts[tag, suffix])
        if sum(counts[tag, suffix].values()) < RULE_SEEN:
            continue
        shorter = [suffix[units:] for units in range(1, len(suffix) + 1)]
        standing = next((rules[tag, s] for s in shorter if (tag, s) in rules), (0, ''))
        if rule != standing:
            rules[tag, suffix] = rule
    return rules


def lemma_tables(sentences):
    rules = defaultdict(Counter)
    words = defaultdict(Counter)
    for sentence in sentences:
        for form, lemma, tag in zip(sentence.forms, sentence.lemmas, sentence.tags):
            form, lemma = form.lower(), lemma.lower()
            if ' ' in form or ' ' in lemma:
                continue
            words[tag, form][lemma] += 1
            for suffix in suffixes(form):
                rules[tag, suffix][rule_of(form, lemma)] += 1
    kept = pruned(rules)
    dictionary = {}
    for tag, form in sorted(words):
        lemma, _ = likeliest(words[tag, form])
        if ruled(kept, tag, form) != lemma:
            dictionary[tag, form] = lemma
    return kept, dictionary


def lemma_of(rules, dictionary, tag, form):
    return dictionary.get((tag, form)) or ruled(rules, tag, form)


def lemma_texts(rules, dictionary):
    return {
        'lemmas.rules': [f'{tag} {suffix} {cut} {ending}' for (tag, suffix), (cut, ending) in sorted(rules.items())],
        'lemmas.dictionary': [f'{tag} {form} {lemma}' for (tag, form), lemma in sorted(dictionary.items())],
    }

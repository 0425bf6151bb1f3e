/** Trees keyed by hand, for tests: one line a token, "form lemma UPOS XPOS head relation", heads from 1, 0 the root. */
import type { Sentence, Token, Upos } from '../tree'
import { UPOS } from '../tree'

export function keyed(lines: string, sure = 0.999): Sentence {
  let at = 0
  const tokens = lines
    .trim()
    .split('\n')
    .map((line): Token => {
      const [text = '', lemma = '', upos = '', xpos = '', head = '0', relation = ''] = line
        .trim()
        .split(/\s+/)
      if (/^(?:[.,;:)]|’s|'s|n't)$/.test(text) && at > 0) at--
      const start = at
      const end = start + text.length
      at = end + 1
      return {
        start,
        end,
        text,
        lemma,
        upos: uposOf(upos),
        xpos,
        uposProbability: sure,
        head: Number(head) - 1,
        headProbability: sure,
        rivals: [],
        relation,
        relationProbability: sure,
      }
    })
  return { start: 0, end: tokens.at(-1)?.end ?? 0, tokens }
}

function uposOf(text: string): Upos {
  const upos = UPOS.find((one) => one === text)
  if (upos === undefined) throw new Error(`${text} is no part of speech.`)
  return upos
}

export const textOf = ({ tokens }: Sentence, from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map((token) => token.text)
    .join(' ')

/** The council elected Anna Berg, a lawyer from Ost, and dismissed her rivals. */
export const COUNCIL = keyed(`
  The the DET DT 2 det
  council council NOUN NN 3 nsubj
  elected elect VERB VBD 0 root
  Anna Anna PROPN NNP 3 obj
  Berg Berg PROPN NNP 4 flat
  , , PUNCT , 8 punct
  a a DET DT 8 det
  lawyer lawyer NOUN NN 4 appos
  from from ADP IN 10 case
  Ost Ost PROPN NNP 8 nmod
  , , PUNCT , 13 punct
  and and CCONJ CC 13 cc
  dismissed dismiss VERB VBD 3 conj
  her her PRON PRP$ 15 nmod:poss
  rivals rival NOUN NNS 13 obj
  . . PUNCT . 3 punct`)

/** By 1902 the bridge had been built by two engineers because the ferry was slow. */
export const BRIDGE = keyed(`
  By by ADP IN 2 case
  1902 1902 NUM CD 7 obl
  the the DET DT 4 det
  bridge bridge NOUN NN 7 nsubj:pass
  had have AUX VBD 7 aux
  been be AUX VBN 7 aux:pass
  built build VERB VBN 0 root
  by by ADP IN 10 case
  two two NUM CD 10 nummod
  engineers engineer NOUN NNS 7 obl:agent
  because because SCONJ IN 15 mark
  the the DET DT 13 det
  ferry ferry NOUN NN 15 nsubj
  was be AUX VBD 15 cop
  slow slow ADJ JJ 7 advcl
  . . PUNCT . 7 punct`)

/** Miners, farmers and clerks who had votes said that prices could perhaps not rise. */
export const MINERS = keyed(`
  Miners miner NOUN NNS 9 nsubj
  , , PUNCT , 3 punct
  farmers farmer NOUN NNS 1 conj
  and and CCONJ CC 5 cc
  clerks clerk NOUN NNS 1 conj
  who who PRON WP 7 nsubj
  had have VERB VBD 5 acl:relcl
  votes vote NOUN NNS 7 obj
  said say VERB VBD 0 root
  that that SCONJ IN 15 mark
  prices price NOUN NNS 15 nsubj
  could could AUX MD 15 aux
  perhaps perhaps ADV RB 15 advmod
  not not PART RB 15 advmod
  rise rise VERB VB 9 ccomp
  . . PUNCT . 9 punct`)

/** The king's two sons of the first marriage seem to have been waiting to give her the crown. */
export const SONS = keyed(`
  The the DET DT 2 det
  king king NOUN NN 5 nmod:poss
  's 's PART POS 2 case
  two two NUM CD 5 nummod
  sons son NOUN NNS 10 nsubj
  of of ADP IN 9 case
  the the DET DT 9 det
  first first ADJ JJ 9 amod
  marriage marriage NOUN NN 5 nmod
  seem seem VERB VBP 0 root
  to to PART TO 14 mark
  have have AUX VB 14 aux
  been be AUX VBN 14 aux
  waiting wait VERB VBG 10 xcomp
  to to PART TO 16 mark
  give give VERB VB 14 advcl
  her she PRON PRP 16 iobj
  the the DET DT 19 det
  crown crown NOUN NN 16 obj
  . . PUNCT . 10 punct`)

import { describe, expect, it } from 'vitest'
import { splitSentences } from './sentences'

/** A text written with | between its sentences: split, it must come apart there and nowhere else. */
const CASES: readonly (readonly [rule: string, marked: string])[] = [
  ['plain stops', 'The lamp went out.| Who lit it?| Nobody knew!'],
  ['initials', 'Then V.M. Orlov and E. Brandt joined A. de Vries.| They stayed.'],
  ['initials set apart', 'The prize went to J. R. Harlow of Hull.| He kept it.'],
  ['titles', 'Dr. Weir met Mrs. Lund and Prof. Adair at St. Anne in the spring.'],
  ['numbers of things', 'See No. 5, Vol. XV, pp. 3 and fig. 2 for more.'],
  ['ranks', 'Lt.-Col. Weir and Maj.-Gen. Lund sailed.| They came back.'],
  ['titles in capitals', 'THE SPEECH OF GEN. LUND was long.| It ended.'],
  ['days of the week', 'He left on Wed. Sept. 4 and on Sat. 7.| He came back.'],
  ['an answer that is no number', 'Was it dear?| No.| I paid a shilling.'],
  ['notes set apart', 'It fell in 1874. [12]| It was rebuilt. [13]'],
  ['the last note of a page', 'It fell in 1874.| It was rebuilt. 4'],
  ['numbers that lead', 'He wanted two things.| 1. A lamp.| 2. A boat.'],
  ['no space', 'It burned to the ground.|The owner wept.| He left Weir.Lund stayed.'],
  ['words left out', 'He waited...|Then he left.'],
  ['a small question', 'Who came?| where from? or was it nobody?'],
  ['a thought', 'What next? he wondered.| Nobody knew.'],
  ['careless writing', 'i was late.| nobody waited, e.g. not lund.| did you?| yes!| we left.'],
  ['a caption', 'The bridge stood for years.| (credit: the Lund archive)'],
  ['a rule of signs', 'Thank you.| --------'],
  ['who wrote it', 'The bridge must be rebuilt.| — Weir, in a letter'],
  [
    'measures with a letter',
    'It lies 40 m. W. of Ulsay and has 51 deg. F. in May.| It is 90 ft. high.',
  ],
  ['lives', 'She was the niece of Ada (b. 1850) and Odo Kerr (m. 1871; d. 1902).| She wrote.'],
  [
    'roads',
    'The two halves meet at Linden Blvd.| Signs tell them apart.| Elm Ave. Chapel Choir sang.',
  ],
  ['whose picture it is', '(credit: Ada Kerr)| The hill is bare.| It rains.'],
  ['a heading with its years', 'Ulsay Otters (2011–2014)| Kerr made forty runs.| He left.'],
  [
    'a name with its year',
    'The Treaty of Ulsay (1805) was signed.| The Act of Ulsay (1806) followed.',
  ],
  ['an answer', '“Did she go?”| “No.| She stayed.”'],
  ['No.1 and dates with points', 'Vol.XV No.1 of 7.2.2009 was printed late.| It sold well.'],
  ['decimals', 'It rose 3.5 per cent to 1,200.75 points.| Then it fell.'],
  ['old money', 'It cost 3s. 6d. a gallon.| Then 4s.| Nobody paid.'],
  ['months', 'On Jan. 5 it rained.| It rained until Dec.| Nobody minded.'],
  ['e.g. and i.e.', 'Some metals, e.g. Iron and i.e. Copper, rust or tarnish.'],
  ['etc. inside', 'Nails, ropes, etc. were sold.| Sails, masts, etc.| The rest burned.'],
  [
    'country abbreviations',
    'The U.S. Senate met.| He left the U.S. The others stayed.'.replace('U.S. The', 'U.S.| The'),
  ],
  ['versus', 'In Adair v. Lund the court ruled for Lund.'],
  ['kings', 'It was the gift of Oskar I. The queen kept it.'.replace('I. The', 'I.| The')],
  ['a king before a comma', 'In the reign of Oskar II., it was sold.'],
  [
    'clock times',
    'It ended at 11:00 a.m. on Monday.| It began at 9 p.m. Nobody slept.'.replace(
      'p.m. N',
      'p.m.| N',
    ),
  ],
  ['three points inside', 'He waited ... and waited … until dawn.'],
  ['three points at the end', 'He waited ...| Then dawn came.'],
  ['a question quoted', '“Is it far?” asked Lund.| “Two days.”'],
  ['a question quoted, name first', '“Is it far?” Lund asked, and sat down.'],
  ['an exclamation inside', 'It was – believe it! – the last boat.'],
  ['quotes that end sentences', 'He called it “a pity.”| She called it ‘a shame.’| They left.'],
  ['straight quotes', 'He said "It is late."| Then he left.'],
  ['who said it, in brackets', '“The sea gives and takes.” (Adair)| The line is famous.'],
  ['sentences in brackets', 'It closed.| (It opened again in May.)| Nobody came.'],
  ['brackets inside', 'The bank (it is the oldest here) closed.'],
  ['note numbers', 'The bridge fell in 1874.[3]| It was rebuilt.'],
  ['emphasis', 'He read the *Beacon*.| *The Mirror* was older.'],
  ['links', 'It is told [in a letter.](x.md)| Nobody answered.'],
  ['an enumerator', '1. Open the valve.| Wait.'],
  ['a stop by mistake', 'Boots for workers and. Farmers were sold.'],
  ['a stop before a small letter', 'It employs. workers and servants.'],
  ['a capital missed', 'The picture is below.| the figure shows a wheel.'],
  ['a small answer', 'The lamp is out.| thanks for asking.| He left.'],
  ['a small word after a quote', 'They call it "the Hall".| maybe it is one.'],
  ['letters that sign', 'Write to me about it.| dp'],
  ['a lost point and a long word', 'It employs. farmers'],
  ['a loose comma', 'he sold milk,eggs and rope.| best is the rope.| Buy it.'],
  ['a day in small letters', 'Is it open for monday?| For next monday.| preferably early.'],
  ['an apostrophe that opens', 'Nobody denied it.| ’Twas late.'],
  ['two single quotes that open', 'Nobody denied it.| ‘’It was late,’’ he said.'],
  ['signs that open', 'It is clean.| #1 is the decor.| @Lund, come and see.| -> Weir'],
  [
    'no space after a mark',
    'Is it an engine?Anyway, they fixed it!Buy one.'.replace('?', '?|').replace('!', '!|'),
  ],
  ['an address with a question', 'It is at lund.org/search?query=rope and nowhere else.'],
  ['verbs of answers', 'excellent!| answered all my questions.'],
  ['no space after wide stops', '灯台が光る。|船が来る！|誰もいない'],
  ['no stop at the end', 'The list follows:'],
  [
    'abbreviated firms',
    'Lund Bros. and Adair Inc. Hull sold rope.| Weir Ltd. It was small.'.replace(
      'Ltd. It',
      'Ltd.| It',
    ),
  ],
  ['dotted line breaks', 'It was late.|\nThe boats\ncame home.'],
]

describe('sentences', () => {
  it.each(CASES)('come apart at their ends: %s', (_, marked) => {
    const body = marked.replaceAll('|', '')
    const found = splitSentences(body, { start: 0, end: body.length })
    expect(found.map(({ start, end }) => body.slice(start, end))).toEqual(
      marked.split('|').map((sentence) => sentence.trim()),
    )
  })

  it('stay inside the span they are given', () => {
    const body = 'One. Two. Three.'
    expect(splitSentences(body, { start: 5, end: 9 })).toEqual([{ start: 5, end: 9 }])
    expect(splitSentences(body, { start: 4, end: 5 })).toEqual([])
  })
})

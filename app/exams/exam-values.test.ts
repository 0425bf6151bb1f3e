import { describe, expect, it } from 'vitest'
import type { ExamChoices } from '@/lib/usecases/exam-choices'
import { readExamForm } from './exam-values'

const DECK = '01900000-0000-7000-8000-000000000001'
const TEXT = '01900000-0000-7000-8000-000000000002'

const choices = {
  texts: [{ id: TEXT, title: 'The Mill', decks: [], sections: [{ section: '', items: 3 }] }],
  decks: [{ id: DECK, name: 'Rivers', items: 4 }],
} as unknown as ExamChoices

const read = (fields: [string, string][]) => {
  const data = new FormData()
  for (const [name, value] of fields) data.append(name, value)
  return readExamForm(data, choices)
}

describe('the form of an exam', () => {
  it('is read with its days and parts', () => {
    const deck = { kind: 'deck', deckId: DECK }
    expect(
      read([
        ['name', ' Finals '],
        ['date', '2026-12-14'],
        ['time', '09:00'],
        ['timeZone', 'UTC'],
        ['part', JSON.stringify(deck)],
        ['minutesPerDay', '25'],
        ['weekdayOff', '6'],
        ['dayOff', '2026-12-08'],
      ]),
    ).toEqual({
      ...{ name: 'Finals', date: '2026-12-14', time: '09:00', timeZone: 'UTC', parts: [deck] },
      minutesPerDay: 25,
      weekdaysOff: [false, false, false, false, false, false, true],
      daysOff: ['2026-12-08'],
    })
  })

  it('calls an exam without a name after what it is on', () => {
    const section = { kind: 'section', textId: TEXT, section: '' }
    const of = (part: object) => read([['part', JSON.stringify(part)]]).name
    expect(of({ kind: 'deck', deckId: DECK })).toBe('Rivers')
    expect(of(section)).toBe('The Mill')
    expect(of({ ...section, section: 'The wheel' })).toBe('The wheel')
    const both = [section, { kind: 'deck', deckId: DECK }]
    expect(read(both.map((part) => ['part', JSON.stringify(part)])).name).toBe('Rivers')
    expect(read([]).name).toBe('Exam')
  })

  it('sends what is no number as it was typed', () => {
    expect(read([['minutesPerDay', 'an hour']]).minutesPerDay).toBe('an hour')
    expect(read([['part', '{']]).parts).toEqual([])
  })
})

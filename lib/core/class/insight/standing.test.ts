import { describe, expect, it } from 'vitest'
import { day } from '../../stats/log-fixture'
import { byAttention, type Standing, standingOf } from './standing'

describe('standing', () => {
  // Ten days from start to due date.
  const at = (today: number, share: number, delivered = true) =>
    standingOf(
      { share, met: share === 1 },
      { startsOn: day(0), dueOn: day(9), today: day(today) },
      delivered,
    )

  it('is behind from two days of an even pace on', () => {
    expect(at(5, 0.5)).toEqual({ kind: 'on the way' })
    expect(at(5, 0.35)).toEqual({ kind: 'on the way' })
    expect(at(5, 0.3)).toEqual({ kind: 'behind', days: 2 })
    expect(at(9, 0.1)).toEqual({ kind: 'behind', days: 8 })
    expect(at(0, 0)).toEqual({ kind: 'on the way' })
  })

  it('says who was not here, who is early, late and done', () => {
    expect(at(1, 0, false)).toEqual({ kind: 'away' })
    expect(at(-1, 0, false)).toEqual({ kind: 'early' })
    expect(at(12, 0.9)).toEqual({ kind: 'overdue', days: 3 })
    expect(at(12, 1)).toEqual({ kind: 'done' })
    expect(at(-1, 1, false)).toEqual({ kind: 'done' })
  })

  it('puts first whom the teacher should look at first', () => {
    const one = (name: string, standing: Standing, share: number, recall: number | null = 0.5) => ({
      name,
      standing,
      progress: { share, recall },
    })
    const sorted = [
      one('Done', { kind: 'done' }, 1),
      one('Zoe', { kind: 'on the way' }, 0.5),
      one('Ada', { kind: 'on the way' }, 0.5),
      one('Bo', { kind: 'behind', days: 2 }, 0.2, null),
      one('Cy', { kind: 'behind', days: 3 }, 0.1),
      one('Late', { kind: 'overdue', days: 1 }, 0.9),
      one('Gone', { kind: 'away' }, 0),
    ].sort(byAttention)
    expect(sorted.map(({ name }) => name)).toEqual([
      'Late',
      'Gone',
      'Cy',
      'Bo',
      'Ada',
      'Zoe',
      'Done',
    ])
  })
})

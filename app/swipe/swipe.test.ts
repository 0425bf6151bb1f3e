import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beginSwipe, directionOf, moveSwipe, NO_SWIPE, type Point, reachOn } from './swipe'

const WIDTH = 390
const FROM = { x: 200, y: 400 }

/** One finger from FROM along these points. */
function along(...points: readonly (readonly [number, number])[]) {
  let swipe = beginSwipe(1, FROM, WIDTH)
  for (const [x, y] of points) swipe = moveSwipe(swipe, 1, { x, y })
  return swipe
}

describe('a swipe', () => {
  it('goes where the finger went, when it went far enough', () => {
    expect(directionOf(along([230, 402], [330, 410]), WIDTH)).toBe('right')
    expect(directionOf(along([170, 398], [70, 380]), WIDTH)).toBe('left')
    expect(directionOf(along([230, 402], [300, 402]), WIDTH)).toBeNull()
  })

  it('goes nowhere when the finger comes back', () => {
    expect(directionOf(along([230, 400], [350, 400], [215, 400]), WIDTH)).toBeNull()
  })

  it('is none when it began as scrolling, however far it goes across then', () => {
    expect(along([205, 430], [380, 430])).toEqual(NO_SWIPE)
    expect(along([215, 414], [380, 414])).toEqual(NO_SWIPE)
  })

  it('is not lost when the finger sinks on its way across', () => {
    expect(directionOf(along([220, 401], [340, 470]), WIDTH)).toBe('right')
  })

  it('is none from the edge of the screen, where phones go back', () => {
    expect(beginSwipe(1, { x: 10, y: 300 }, WIDTH)).toEqual(NO_SWIPE)
    expect(beginSwipe(1, { x: WIDTH - 10, y: 300 }, WIDTH)).toEqual(NO_SWIPE)
  })

  it('heeds one finger', () => {
    const begun = beginSwipe(1, FROM, WIDTH)
    expect(moveSwipe(begun, 2, { x: 390, y: 400 })).toBe(begun)
  })

  it('needs a hand’s breadth on any screen', () => {
    expect([280, 390, 1280].map(reachOn)).toEqual([88, 117, 160])
  })

  it('is never taken for one by a path that stays near where it began', () => {
    const near = fc.record({
      x: fc.integer({ min: FROM.x - 80, max: FROM.x + 80 }),
      y: fc.integer({ min: 0, max: 800 }),
    })
    fc.assert(
      fc.property(fc.array(near), (points: readonly Point[]) => {
        let swipe = beginSwipe(1, FROM, WIDTH)
        for (const point of points) swipe = moveSwipe(swipe, 1, point)
        expect(directionOf(swipe, WIDTH)).toBeNull()
      }),
    )
  })
})

import { expect, it } from 'vitest'
import { HEAT_ENDS, heatOf, itemsOfPassage } from './heat'

it('is stronger where more is forgotten, and none where nobody was asked', () => {
  expect([null, 1, 0.9, 0.89, 0.75, 0.5, 0.49, 0].map(heatOf)).toEqual([0, 1, 1, 2, 2, 3, 4, 4])
  expect(HEAT_ENDS.map(heatOf)).toEqual([1, 2, 3, 4])
})

it('leads to the items of a passage by the ends of their ids', () => {
  expect(
    itemsOfPassage('c', 'a', [
      '018f4e5a-0000-7000-8000-000000000001',
      '018f4e5a-0000-7000-8000-00000000000f',
    ]),
  ).toBe('/classes/c/assignments/a/items?of=000000000001.00000000000f')
})

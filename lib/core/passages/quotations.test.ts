import { describe, expect, it } from 'vitest'
import { findQuotations } from './quotations'

/** Blocks are separated by a blank line; each quotation as depth and text. */
function quotations(body: string) {
  let at = 0
  const blocks = body.split('\n\n').map((text) => {
    const start = at
    at += text.length + 2
    return { start, end: start + text.length }
  })
  return findQuotations(body, blocks).map((q) => `${q.depth} ${body.slice(q.start, q.end)}`)
}

describe('quotations', () => {
  it('are found in curly and in straight marks', () => {
    expect(quotations('He said “go” and "stay" and «wait».')).toEqual([
      '0 “go”',
      '0 "stay"',
      '0 «wait»',
    ])
  })

  it('nest, and know what they stand in', () => {
    const body = 'She wrote: “They say, ‘We sail,’ and add, ‘or we drown.’”'
    expect(quotations(body)).toEqual([
      '0 “They say, ‘We sail,’ and add, ‘or we drown.’”',
      '1 ‘We sail,’',
      '1 ‘or we drown.’',
    ])
    const found = findQuotations(body, [{ start: 0, end: body.length }])
    expect(found.map((q) => q.parent)).toEqual([null, 0, 0])
  })

  it('take no apostrophe for a mark', () => {
    expect(quotations('The sailors’ boats and the cook’s pot; ’tis late, it’s ’20s talk.')).toEqual(
      [],
    )
    expect(quotations("The sailors' boats, rock 'n' roll, and the cook's pot.")).toEqual([])
    expect(quotations('“The sailors’ boats are the owners’ boats,” he said.')).toEqual([
      '0 “The sailors’ boats are the owners’ boats,”',
    ])
  })

  it('see past an apostrophe inside single marks', () => {
    expect(quotations('He said ‘the sailors’ boats are old’ again.')).toEqual([
      '0 ‘the sailors’ boats are old’',
    ])
  })

  it('go on over paragraphs that each open with a mark, as one', () => {
    expect(
      quotations('“It began in May.\n\n“It went on in June.\n\n“It ended.” Nobody cheered.'),
    ).toEqual(['0 “It began in May.\n\n“It went on in June.\n\n“It ended.”'])
  })

  it('go on in straight marks too, with what is nested', () => {
    expect(quotations('"One.\n\n"Two, \'three\'." End.')).toEqual([
      '0 "One.\n\n"Two, \'three\'."',
      "1 'three'",
    ])
  })

  it('end with the paragraph where nothing closes them', () => {
    expect(quotations('“It began in May.\n\nNobody came. “Odd,” he said.')).toEqual([
      '0 “It began in May.',
      '0 “Odd,”',
    ])
  })

  it('survive a mark that is missing or too many', () => {
    expect(quotations('A stray “mark and “a pair” here.')).toEqual(['0 “a pair”'])
    expect(quotations('A stray mark” and “a pair” here.')).toEqual(['0 “a pair”'])
  })

  it('open without a space before', () => {
    expect(quotations('He replied:“Soon.” And:"Now."')).toEqual(['0 “Soon.”', '0 "Now."'])
  })

  it('leave feet and inches alone', () => {
    expect(quotations('A plank of 5\'10" and one of 6" lay there.')).toEqual([])
  })
})

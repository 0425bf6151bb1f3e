import { describe, expect, it } from 'vitest'
import { settle, summarise } from './summary'

describe('the summary of npm test', () => {
  it('ends in one line with what passed and what failed', () => {
    const text = summarise([
      { name: 'lint', passed: 1, failed: 0, saw: '40 files', ms: 900 },
      { name: 'unit', passed: 700, failed: 2, skipped: 3, saw: '46 files', ms: 12_400 },
    ])
    expect(text.split('\n')).toEqual([
      'step  passed  failed  skipped   time  looked at',
      'lint       1       0        0  0.9 s  40 files',
      'unit     700       2        3   12 s  46 files',
      '',
      '701 passed, 2 failed',
    ])
  })

  it('counts a step that ran nothing as failed', () => {
    expect(settle({ passed: 0, failed: 0, skipped: 4, saw: '1 files' })).toMatchObject({
      failed: 1,
    })
    expect(settle({ passed: 1, failed: 0, saw: '1 files' })).toMatchObject({ failed: 0 })
  })
})

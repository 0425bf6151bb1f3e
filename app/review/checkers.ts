/** How this page has typed answers judged. */
import { checkAnswer, checkList } from '@/lib/core/answers/check'
import type { Checkers } from '@/lib/core/session/state'

export const CHECKERS: Checkers = {
  checkAnswer,
  checkList: (lines, elements) => ({
    found: checkList(lines, elements).byElement.flatMap(({ key, line }) =>
      line === null ? [] : [{ key, line }],
    ),
  }),
}

import { count } from '@/app/components/dates'
import type { RenderStroke } from '@/app/components/marked'
import { Reading } from '@/app/components/reading'
import { percent } from '@/app/components/recall'
import type { Block } from '@/lib/core/passages/passage'
import type { PassageResult, TextResults } from '@/lib/usecases/read-text-results'
import { HEAT_ENDS, heatOf, itemsOfPassage } from './heat'

type Shown = NonNullable<TextResults['shown']>

/** The id of a passage's row. */
export const passageId = (block: number): string => `passage-${block}`

/** The text, its evidence pencilled by how much the class has forgotten, a figure beside each passage. */
export function HeatText({ results, shown }: { results: TextResults; shown: Shown }) {
  const { body, format, blocks, sections, spans, text } = shown
  const byBlock = new Map(shown.passages.map((passage) => [passage.block, passage]))
  const renderStroke: RenderStroke = (stroke, words) => {
    const recalls = stroke.marks.flatMap((mark) => spans[mark]?.recall ?? [])
    // Where several items stand on the same words, the one that is recalled least.
    const recall = recalls.length === 0 ? null : Math.min(...recalls)
    return (
      <span key={stroke.start} className="heat" data-heat={heatOf(recall)}>
        {words}
      </span>
    )
  }
  const margin = (block: Block) => {
    const passage = byBlock.get(block.index)
    return passage ? <Figure results={results} passage={passage} /> : null
  }
  return (
    <div lang={text.language || undefined} className="heat-text mt-6">
      <Reading
        {...{ body, format, blocks, sections, marks: spans, renderStroke, margin }}
        rowId={(block) => (byBlock.has(block.index) ? passageId(block.index) : undefined)}
      />
    </div>
  )
}

/** What is recalled of a passage, and by how many: leads to its items. */
function Figure({ results, passage }: { results: TextResults; passage: PassageResult }) {
  const { recall, people, reached, items, itemIds } = passage
  const spoken =
    recall === null
      ? `not asked yet, ${count(items.length, 'item')}`
      : `recalled ${percent(recall)} by ${people} of ${reached} people, ${count(items.length, 'item')}`
  return (
    <a
      href={itemsOfPassage(results.class.id, results.assignment.id, itemIds)}
      className="figures flex min-h-9 flex-col items-end self-start font-operate text-note leading-tight decoration-1 underline-offset-4 hover:underline"
    >
      <span className="sr-only">This passage: {spoken}</span>
      <span aria-hidden className="font-medium">
        {recall === null ? '–' : percent(recall)}
      </span>
      <span aria-hidden className="text-fine text-quiet">
        {people}/{reached}
      </span>
    </a>
  )
}

const LEGEND = ['90 % or more', '75 to 89 %', '50 to 74 %', 'under 50 %'] as const

export function Legend() {
  return (
    <div className="mt-8 border-t border-rule pt-3 text-note text-quiet">
      <p>The more of it is forgotten, the stronger the pencil and the line under it:</p>
      <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-1">
        {HEAT_ENDS.map((end, index) => (
          <li key={end}>
            <span className="heat text-ink" data-heat={heatOf(end)}>
              {LEGEND[index]}
            </span>
          </li>
        ))}
        <li>
          <span className="heat text-ink" data-heat="0">
            not asked yet
          </span>
        </li>
      </ul>
      <p className="mt-1">
        Beside each passage: the mean chance that those who were asked recall it now, and how many
        they are of those whom it reached. A passage without a figure has no items.
      </p>
    </div>
  )
}

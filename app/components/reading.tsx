import { createElement, type ReactNode } from 'react'
import type { Block, Section } from '@/lib/core/passages/passage'
import type { Span } from '@/lib/core/text/source'
import { Marked, type RenderStroke, within } from './marked'

export type ReadingProps = {
  body: string
  format: 'plain' | 'markdown'
  /** The blocks to set, in order; boilerplate is left out. */
  blocks: readonly Block[]
  sections: readonly Section[]
  /** Spans of the body that are marked. */
  marks?: readonly Span[]
  /** How a marked stroke is shown; stroke.marks are indexes into `marks`, stroke offsets count from `start`. */
  renderStroke?: RenderStroke
  /** What stands in the margin beside a block. */
  margin?: (block: Block) => ReactNode
  /** An id for the row of a block. */
  rowId?: (block: Block) => string | undefined
}

/** The id of a section's heading on a page. */
export const sectionId = (index: number) => `section-${index}`

/** Blocks that the browser lays out together; what is far from the screen is not laid out at all. */
const CHUNK = 16

/**
 * A text set for reading: its title, headings, paragraphs and lists as elements. What the text says is only ever
 * characters here; no part of it becomes markup of the page but headings, lists and emphasis.
 */
export function Reading(props: ReadingProps) {
  const shown = props.blocks.filter((block) => block.kind !== 'boilerplate')
  const chunks = chunksOf(shown)
  return (
    <div className="reading prose-read">
      {chunks.map((chunk) => (
        <div
          key={chunk[0]?.index}
          className="reading-chunk"
          data-far={chunks.length > 8 ? '' : undefined}
        >
          {groupsOf(chunk).map((group) =>
            group[0]?.kind === 'listItem' ? (
              <ul key={group[0].index} className="reading-list">
                {group.map((block) => (
                  <Row key={block.index} as="li" block={block} {...props} />
                ))}
              </ul>
            ) : (
              group.map((block) => <Row key={block.index} as="div" block={block} {...props} />)
            ),
          )}
        </div>
      ))}
    </div>
  )
}

function Row({ as, block, ...props }: ReadingProps & { as: 'div' | 'li'; block: Block }) {
  return createElement(
    as,
    {
      className: 'reading-row',
      id: props.rowId?.(block),
      'data-kind': block.kind,
      'data-start': block.start,
      'data-content': block.contentStart,
      'data-end': block.end,
    },
    <BlockText block={block} {...props} />,
    props.margin?.(block),
  )
}

function BlockText({ block, ...props }: ReadingProps & { block: Block }) {
  const words = <BlockWords block={block} {...props} />
  if (block.kind === 'heading') {
    const section = props.sections[block.section]
    const top = Math.min(...props.sections.map((s) => (s.title === '' ? 6 : s.level)))
    // The page's own title is the h1; the text's highest headings follow it.
    const level = Math.min(Math.max(section?.level ?? top, top) - top + 2, 6)
    return createElement(
      `h${level}`,
      { className: 'reading-heading', id: sectionId(block.section) },
      words,
    )
  }
  if (block.kind === 'title') return <p className="reading-title">{words}</p>
  if (block.kind === 'listItem') {
    return (
      <p className="reading-item">
        <span className="reading-marker">{bullet(block.marker)}</span>
        <span>{words}</span>
      </p>
    )
  }
  return <p>{words}</p>
}

function BlockWords({
  body,
  format,
  block,
  marks = [],
  renderStroke,
}: ReadingProps & { block: Block }) {
  const { contentStart: start, end } = block
  const here = marks.flatMap((mark, index) =>
    mark.end > start && mark.start < end ? [{ index, mark }] : [],
  )
  return (
    <Marked
      text={body.slice(start, end)}
      marks={within(
        here.map((h) => h.mark),
        start,
        end,
      )}
      emphasis={format === 'markdown'}
      base={start}
      renderStroke={
        renderStroke &&
        ((stroke, words) =>
          renderStroke(
            {
              ...stroke,
              start: stroke.start + start,
              end: stroke.end + start,
              marks: stroke.marks.flatMap((i) => here[i]?.index ?? []),
            },
            words,
          ))
      }
    />
  )
}

const bullet = (marker: string | undefined) =>
  marker === undefined || /^[-*+•]$/.test(marker) ? '•' : marker

function chunksOf(blocks: readonly Block[]): Block[][] {
  const chunks: Block[][] = []
  for (const block of blocks) {
    const last = chunks.at(-1)
    const before = last?.at(-1)
    // A list is not cut in two.
    const goesOn = before?.kind === 'listItem' && block.kind === 'listItem'
    if (last && (last.length < CHUNK || goesOn)) last.push(block)
    else chunks.push([block])
  }
  return chunks
}

/** Neighbouring list items together, every other block by itself. */
function groupsOf(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = []
  for (const block of blocks) {
    const last = groups.at(-1)
    if (block.kind === 'listItem' && last?.[0]?.kind === 'listItem') last.push(block)
    else groups.push([block])
  }
  return groups
}

import { Marked } from '@/app/components/marked'
import type { StoredItem } from '@/lib/core/items/stored'
import { Answer } from './list'

/** So many cards are on a sheet, two beside each other: A4 and letter both hold four rows of 58 mm. */
const BESIDE = 2
const ON_A_SHEET = 8

/**
 * Cards to cut. Each sheet of questions is followed by one with their answers, the two columns changed over: turned over
 * on the long edge, an answer lies behind its question.
 */
export function PaperCards({ items }: { items: readonly StoredItem[] }) {
  const sheets = Array.from({ length: Math.ceil(items.length / ON_A_SHEET) }, (_, at) =>
    items.slice(at * ON_A_SHEET, (at + 1) * ON_A_SHEET),
  )
  return sheets.map((cards, at) => (
    <div key={cards[0]?.id} className="paper-cards">
      <ol
        aria-label={`Questions, sheet ${at + 1}`}
        className={`${SHEET} ${at > 0 ? 'paper-sheet' : ''}`}
      >
        {cards.map((item) => (
          <li key={item.id} className={CARD}>
            <Words size={item.question.length}>
              <Marked text={item.question} />
            </Words>
          </li>
        ))}
      </ol>
      <ol aria-label={`Answers, sheet ${at + 1}`} className={`${SHEET} paper-sheet`}>
        {turnedOver(cards).map((item) =>
          item ? (
            <li key={item.id} className={CARD}>
              <Words
                size={item.elements.reduce((n, e) => n + e.text.length + 20, item.answer.length)}
              >
                <Answer item={item} />
              </Words>
            </li>
          ) : (
            <li key="empty" aria-hidden className={CARD} />
          ),
        )}
      </ol>
    </div>
  ))
}

const SHEET = 'mt-8 grid grid-cols-2 border-t border-l border-dashed border-edge'

const CARD =
  'paper-card grid place-items-center overflow-hidden border-r border-b border-dashed border-edge p-3 text-center'

/** Long words are set smaller, so that a card holds them. */
function Words({ size, children }: { size: number; children: React.ReactNode }) {
  const type = size > 400 ? 'text-[0.7rem]' : size > 180 ? 'text-note' : 'text-[1.0625rem]'
  return <div className={`figures-text font-read leading-snug text-pretty ${type}`}>{children}</div>
}

/** Each row from right to left; null where the last row has but one card. */
function turnedOver(cards: readonly StoredItem[]): (StoredItem | null)[] {
  const rows = Array.from({ length: Math.ceil(cards.length / BESIDE) }, (_, row) =>
    cards.slice(row * BESIDE, (row + 1) * BESIDE),
  )
  return rows.flatMap(([left, right]) => [right ?? null, left ?? null])
}

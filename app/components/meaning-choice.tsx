import { useId } from 'react'
import { type ChangedPart, changedParts } from '@/lib/core/items/changed'
import { draftOf, type ItemDraft } from '@/lib/core/items/draft'
import type { ItemContent } from '@/lib/core/items/item'
import { count } from './dates'
import { Check } from './field'
import { Marked } from './marked'

export type Meaning = 'same' | 'new'

/** What an edit means for what is remembered, one's own or that of the students who study copies of the item. */
export function MeaningChoice({
  studied,
  draft,
  students,
  meaning,
  suggested,
  onChoose,
}: {
  studied: ItemContent
  /** Null while it cannot be saved. */
  draft: ItemDraft | null
  /** How many study copies of it. */
  students: number
  meaning: Meaning
  suggested: Meaning
  onChoose: (meaning: Meaning) => void
}) {
  const name = useId()
  const mark = (of: Meaning) => (of === suggested ? ' (as it looks)' : '')
  return (
    <fieldset className="border-t border-rule pt-4 [&>div]:clear-left">
      <legend className="float-left mb-1 w-full text-note font-medium">
        After this edit, it asks for
      </legend>
      {students > 0 ? (
        <div className="pb-2">
          <p>
            {students === 1 ? '1 student studies' : `${count(students, 'student')} study`} this. The
            edit reaches {students === 1 ? 'them' : 'all of them'} at once.
          </p>
          {draft ? <WhatChanges parts={changedParts(draftOf(studied), draft)} /> : null}
        </div>
      ) : null}
      <Check
        type="radio"
        name={name}
        label={`the same fact${mark('same')}`}
        hint={
          students > 0
            ? 'Mended wording: they keep their memory, and you keep yours.'
            : 'Its wording is mended. What you remember of it is kept.'
        }
        checked={meaning === 'same'}
        onChange={() => onChoose('same')}
      />
      <Check
        type="radio"
        name={name}
        label={`something else${mark('new')}`}
        hint={
          students > 0
            ? 'Changed meaning: they are asked anew, and so are you. The old one goes to the trash.'
            : 'A new question takes its place and is learnt anew. The old one goes to the trash.'
        }
        checked={meaning === 'new'}
        onChange={() => onChoose('new')}
      />
    </fieldset>
  )
}

const PART_NAMES: Record<ChangedPart['part'], string> = {
  question: 'Question',
  answer: 'Answer',
  elements: 'Elements',
  accept: 'Also right',
  cloze: 'With a gap',
  options: 'Wrong options',
}

/** As it is, and as it will be, side by side. */
function WhatChanges({ parts }: { parts: readonly ChangedPart[] }) {
  if (parts.length === 0) return null
  return (
    <table className="mt-3 w-full table-fixed border-collapse text-note">
      <caption className="sr-only">What changes</caption>
      <thead>
        <tr className="text-left text-quiet">
          <th scope="col" className="w-24 py-1 pr-3 font-normal">
            <span className="sr-only">Part</span>
          </th>
          <th scope="col" className="py-1 pr-3 font-normal">
            Now
          </th>
          <th scope="col" className="py-1 font-normal">
            After
          </th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ part, before, after }) => (
          <tr key={part} className="border-t border-rule align-top">
            <th scope="row" className="py-1.5 pr-3 text-left font-normal text-quiet">
              {PART_NAMES[part]}
            </th>
            <td className="py-1.5 pr-3 font-read wrap-anywhere">
              <Words of={before} />
            </td>
            <td className="py-1.5 font-read wrap-anywhere">
              <Words of={after} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Words = ({ of }: { of: readonly string[] }) =>
  of.length === 0 ? <span className="text-quiet">none</span> : <Marked text={of.join('; ')} />

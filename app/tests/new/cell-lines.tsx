'use client'

import { Button } from '@/app/components/button'
import { Field, Select } from '@/app/components/field'
import type { Section } from '@/lib/core/exam/mock/blueprint'
import type { ItemKind } from '@/lib/core/items/item'

/** A line of the blueprint as it is being written; '' stands for any. */
export type Line = {
  readonly key: number
  readonly count: string
  readonly section: string
  readonly kind: string
  readonly form: string
}

let made = 0
export const newLine = (): Line => ({
  ...{ key: made++, count: '5', section: '' },
  ...{ kind: '', form: '' },
})

const KINDS: Record<ItemKind, string> = {
  share: 'share',
  count: 'count',
  sum: 'sum of money',
  quantity: 'quantity',
  date: 'date',
  period: 'period',
  duration: 'duration',
  place: 'place',
  person: 'person',
  role: 'role',
  name: 'name',
  renaming: 'renaming',
  quotation: 'quotation',
  definition: 'definition',
  cause: 'cause',
  list: 'list',
  sentence: 'sentence',
  own: 'written by you',
}

/** How many of what: a line for each sort of question. */
export function CellLines({
  lines,
  onChange,
  sections,
  forms,
}: {
  lines: readonly Line[]
  onChange: (lines: readonly Line[]) => void
  sections: readonly Section[]
  forms: Readonly<Record<string, string>>
}) {
  const set = (line: Line, change: Partial<Line>) =>
    onChange(lines.map((one) => (one === line ? { ...one, ...change } : one)))
  return (
    <div>
      <ul className="flex flex-col gap-6">
        {lines.map((line, at) => (
          <li key={line.key} className="border-l-3 border-rule pl-4">
            <fieldset className="grid gap-3 sm:grid-cols-2">
              <legend className="sr-only">Line {at + 1}</legend>
              <Field
                label="How many"
                type="number"
                inputMode="numeric"
                min={1}
                max={100}
                value={line.count}
                onChange={(event) => set(line, { count: event.target.value })}
              />
              <Select
                label="Section"
                value={line.section}
                onChange={(event) => set(line, { section: event.target.value })}
              >
                <option value="">any</option>
                {sections.map((section) => (
                  <option key={section.key} value={section.key}>
                    {section.name} ({section.items})
                  </option>
                ))}
              </Select>
              <Select
                label="Kind"
                value={line.kind}
                onChange={(event) => set(line, { kind: event.target.value })}
              >
                <option value="">any</option>
                {Object.entries(KINDS).map(([kind, name]) => (
                  <option key={kind} value={kind}>
                    {name}
                  </option>
                ))}
              </Select>
              <Select
                label="Form"
                value={line.form}
                onChange={(event) => set(line, { form: event.target.value })}
              >
                <option value="">any</option>
                {Object.entries(forms).map(([form, name]) => (
                  <option key={form} value={form}>
                    {name}
                  </option>
                ))}
              </Select>
            </fieldset>
            {lines.length > 1 ? (
              <Button
                tone="quiet"
                className="mt-1"
                onClick={() => onChange(lines.filter((one) => one !== line))}
              >
                Take this line away
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <Button className="mt-4" onClick={() => onChange([...lines, newLine()])}>
        Another line
      </Button>
    </div>
  )
}

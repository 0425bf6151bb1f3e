'use client'

import { useState } from 'react'
import type { ExamPart } from '@/lib/core/exam/exam'
import type { ExamChoices, ItemChoice } from '@/lib/usecases/exam-choices'
import { count } from '../components/dates'
import { Check } from '../components/field'
import { partValue } from './exam-values'
import { ItemFinder } from './item-finder'

/** What the exam is on: whole decks, sections of texts, single items. */
export function ScopeFields({
  choices,
  parts,
  items,
}: {
  choices: ExamChoices
  parts: readonly ExamPart[]
  items: readonly ItemChoice[]
}) {
  const [single, setSingle] = useState(items)
  const chosen = new Set(parts.map(partValue))
  const box = (part: ExamPart, label: string, n: number) => (
    <Check
      key={partValue(part)}
      name="part"
      value={partValue(part)}
      label={
        <>
          {label} <span className="text-note text-quiet">{count(n, 'item')}</span>
        </>
      }
      defaultChecked={chosen.has(partValue(part))}
    />
  )
  return (
    <div className="flex flex-col gap-6 py-1">
      {choices.texts.map((text) => {
        const sections = text.sections.map(({ section, items: n }) => ({
          part: { kind: 'section', textId: text.id, section } satisfies ExamPart,
          name: section || 'Before the first heading',
          n,
        }))
        return (
          <fieldset key={text.id}>
            <legend className="font-read text-[1.0625rem]">{text.title}</legend>
            {text.decks.map((deck) =>
              box({ kind: 'deck', deckId: deck.id }, wholeName(deck.name, text.title), deck.items),
            )}
            <details open={sections.some(({ part }) => chosen.has(partValue(part)))}>
              <summary className="min-h-11 py-2 text-quiet hover:text-ink">
                Only some sections
              </summary>
              <div className="border-l border-rule pl-4">
                {sections.map(({ part, name, n }) => box(part, name, n))}
              </div>
            </details>
          </fieldset>
        )
      })}
      {choices.decks.length > 0 ? (
        <fieldset>
          <legend className="font-read text-[1.0625rem]">Other decks</legend>
          {choices.decks.map((deck) =>
            box({ kind: 'deck', deckId: deck.id }, deck.name, deck.items),
          )}
        </fieldset>
      ) : null}
      <fieldset>
        <legend className="font-read text-[1.0625rem]">Single items</legend>
        {single.map((item) => (
          <Check
            key={item.id}
            name="part"
            value={partValue({ kind: 'item', itemId: item.id })}
            label={item.question}
            defaultChecked
          />
        ))}
        <ItemFinder
          taken={single.map((item) => item.id)}
          onTake={(item) => setSingle((all) => [...all, item])}
        />
      </fieldset>
      <p className="text-note text-quiet">An item that several of these hold counts once.</p>
    </div>
  )
}

/** The deck of a text usually has its name: then what is chosen is the whole text. */
const wholeName = (deck: string, title: string): string =>
  deck === title ? 'All of it' : `Deck “${deck}”`

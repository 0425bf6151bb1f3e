'use client'

import { type ReactNode, useRef, useState } from 'react'
import { suggestMeaning } from '@/lib/core/items/changed'
import type { ItemDraft } from '@/lib/core/items/draft'
import type { ItemContent } from '@/lib/core/items/item'
import type { Problem } from '@/lib/core/outcome'
import { Button } from './button'
import { Check, Field, TextArea } from './field'
import { type DraftErrors, type DraftFields, fieldsOf, readFields } from './item-draft-form'
import { type Meaning, MeaningChoice } from './meaning-choice'
import { Notice } from './notice'

export type ItemEditorProps = {
  draft: ItemDraft
  /** The item as it is studied now: then it is asked whether the edit changes what it means. */
  studied?: ItemContent
  /** How many students study copies of it. */
  students?: number
  /** Gives the problem, or null when it is stored. */
  onSave: (draft: ItemDraft, meaning: Meaning) => Promise<Problem | null>
  onCancel?: () => void
  saveLabel?: string
  /** More fields, such as the deck it goes into. */
  children?: ReactNode
}

/** Writes or mends one item. The focus begins in the question; Control or Command with Enter saves, Escape leaves. */
export function ItemEditor({
  draft,
  studied,
  students = 0,
  onSave,
  onCancel,
  saveLabel = 'Save',
  children,
}: ItemEditorProps) {
  const [fields, setFields] = useState<DraftFields>(() => fieldsOf(draft))
  const [errors, setErrors] = useState<DraftErrors>({})
  const [chosen, setChosen] = useState<Meaning | null>(null)
  const [problem, setProblem] = useState('')
  const [saving, setSaving] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const put = (change: Partial<DraftFields>) => setFields((was) => ({ ...was, ...change }))

  const read = readFields(fields)
  const suggested: Meaning = studied && read.ok ? suggestMeaning(studied, read.draft) : 'same'
  const meaning = chosen ?? suggested

  async function save() {
    if (saving) return
    if (!read.ok) {
      setErrors(read.errors)
      setProblem('Not saved yet: see what is marked.')
      focusFirstError(form.current)
      return
    }
    setErrors({})
    setProblem('')
    setSaving(true)
    try {
      const refused = await onSave(read.draft, meaning)
      if (refused) setProblem(refused.message)
    } catch {
      setProblem('This could not be sent. What you wrote is still here: try again in a moment.')
    } finally {
      setSaving(false)
    }
  }

  return (
    <form
      ref={form}
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && onCancel) {
          event.stopPropagation()
          onCancel()
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          void save()
        }
      }}
    >
      <TextArea
        label="Question"
        reading
        autoFocus
        value={fields.question}
        error={errors.question}
        onChange={(event) => put({ question: event.target.value })}
      />
      <Check
        label="The answer is a list"
        hint="Each element is asked for, and remembered, by itself."
        checked={fields.isList}
        onChange={(event) => put({ isList: event.target.checked })}
      />
      {fields.isList ? (
        <TextArea
          label="Elements, one a line"
          reading
          rows={4}
          value={fields.elements}
          error={errors.elements}
          onChange={(event) => put({ elements: event.target.value })}
        />
      ) : (
        <PlainAnswer fields={fields} errors={errors} put={put} />
      )}
      {children}
      {studied ? (
        <MeaningChoice
          studied={studied}
          draft={read.ok ? read.draft : null}
          students={students}
          meaning={meaning}
          suggested={suggested}
          onChoose={setChosen}
        />
      ) : null}
      <Notice tone="alert">{problem}</Notice>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" tone="primary" disabled={saving}>
          {saving ? 'Saving' : saveLabel}
        </Button>
        {onCancel ? <Button onClick={onCancel}>Cancel</Button> : null}
      </div>
    </form>
  )
}

function PlainAnswer({
  fields,
  errors,
  put,
}: {
  fields: DraftFields
  errors: DraftErrors
  put: (change: Partial<DraftFields>) => void
}) {
  return (
    <>
      <TextArea
        label="Answer"
        reading
        rows={1}
        value={fields.answer}
        error={errors.answer}
        onChange={(event) => put({ answer: event.target.value })}
      />
      <TextArea
        label="Also right"
        hint="Other answers that count, one a line. Spelling, case, articles and number words are matched anyway."
        rows={1}
        value={fields.accept}
        error={errors.accept}
        onChange={(event) => put({ accept: event.target.value })}
      />
      <TextArea
        label="As a sentence with a gap"
        hint={
          <>
            Optional. Write the gap as four underscores: <span className="figures">____</span>
          </>
        }
        rows={1}
        value={fields.cloze}
        error={errors.cloze}
        onChange={(event) => put({ cloze: event.target.value })}
      />
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1.5 text-note font-medium">Two wrong options</legend>
        <Field
          label="First wrong option"
          labelHidden
          placeholder="Optional"
          value={fields.firstOption}
          onChange={(event) => put({ firstOption: event.target.value })}
        />
        <Field
          label="Second wrong option"
          labelHidden
          placeholder="Optional"
          value={fields.secondOption}
          error={errors.options}
          onChange={(event) => put({ secondOption: event.target.value })}
        />
      </fieldset>
    </>
  )
}

function focusFirstError(form: HTMLFormElement | null): void {
  // After the errors are on the page.
  requestAnimationFrame(() => {
    form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  })
}

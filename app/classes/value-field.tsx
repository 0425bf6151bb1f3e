'use client'

import type { ComponentProps } from 'react'
import { Field } from '../components/field'

/** A line of a form whose values stand in one object: it reads and changes the value it is `of`. */
export function ValueField<K extends string>({
  of,
  values,
  onChange,
  ...field
}: Omit<ComponentProps<typeof Field>, 'value' | 'onChange'> & {
  of: K
  values: Readonly<Record<K, string>>
  onChange: (change: Readonly<Record<K, string>>) => void
}) {
  return (
    <Field
      {...field}
      value={values[of]}
      onChange={(event) => onChange({ [of]: event.target.value } as Record<K, string>)}
    />
  )
}

/** When it begins and when it is due: for a class, or for one student. */
export function DateFields({
  values,
  onChange,
}: {
  values: { readonly startsOn: string; readonly dueOn: string }
  onChange: (change: { readonly startsOn: string } | { readonly dueOn: string }) => void
}) {
  return (
    <>
      <ValueField label="Start" type="date" of="startsOn" {...{ values, onChange }} />
      <ValueField label="Due" type="date" of="dueOn" {...{ values, onChange }} />
    </>
  )
}

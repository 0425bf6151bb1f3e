import { type ComponentProps, type ReactNode, useId } from 'react'

type Described = {
  label: ReactNode
  /** What to put here, below the label. */
  hint?: ReactNode
  /** What is wrong with it; announced with the control. */
  error?: ReactNode
  /** Keeps the label for those who hear the page and hides it from those who see it. */
  labelHidden?: boolean
  className?: string
}

const CONTROL =
  'block w-full rounded-[3px] border border-edge bg-sheet px-3 py-2 text-ink placeholder:text-quiet ' +
  'aria-invalid:border-accent aria-invalid:border-2 disabled:opacity-55'

function Frame({
  id,
  label,
  hint,
  error,
  labelHidden,
  className = '',
  children,
}: Described & { id: string; children: ReactNode }) {
  return (
    <div className={`flex flex-col gap-1.5 ${className}`}>
      <label htmlFor={id} className={labelHidden ? 'sr-only' : 'text-note font-medium'}>
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-note text-quiet">
          {hint}
        </p>
      ) : null}
      {children}
      {error ? (
        <p id={`${id}-error`} className="text-note font-medium text-accent">
          {error}
        </p>
      ) : null}
    </div>
  )
}

function described(id: string, { hint, error }: Pick<Described, 'hint' | 'error'>) {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return { 'aria-describedby': ids || undefined, 'aria-invalid': error ? true : undefined }
}

/** A line of input with its label, hint and error. */
export function Field({
  label,
  hint,
  error,
  labelHidden,
  className,
  ...input
}: Described & Omit<ComponentProps<'input'>, 'className'>) {
  const made = useId()
  const id = input.id ?? made
  return (
    <Frame {...{ id, label, hint, error, labelHidden, className }}>
      <input
        {...input}
        id={id}
        {...described(id, { hint, error })}
        className={`${CONTROL} min-h-11`}
      />
    </Frame>
  )
}

/** Several lines; grows with what is written where the browser can. `reading` sets it as the text will be read. */
export function TextArea({
  label,
  hint,
  error,
  labelHidden,
  className,
  reading,
  ...area
}: Described & { reading?: boolean } & Omit<ComponentProps<'textarea'>, 'className'>) {
  const made = useId()
  const id = area.id ?? made
  return (
    <Frame {...{ id, label, hint, error, labelHidden, className }}>
      <textarea
        rows={3}
        {...area}
        id={id}
        {...described(id, { hint, error })}
        // It grows from as many lines as it begins with.
        style={{ minHeight: `calc(${area.rows ?? 3} * 1lh + 1.125rem)` }}
        className={`${CONTROL} max-h-[60dvh] field-sizing-content ${reading ? 'prose-read' : ''}`}
      />
    </Frame>
  )
}

/** The platform's own list to choose from: best on a phone, right for the keyboard. */
export function Select({
  label,
  hint,
  error,
  labelHidden,
  className,
  children,
  ...select
}: Described & Omit<ComponentProps<'select'>, 'className'>) {
  const made = useId()
  const id = select.id ?? made
  return (
    <Frame {...{ id, label, hint, error, labelHidden, className }}>
      <select
        {...select}
        id={id}
        {...described(id, { hint, error })}
        className={`${CONTROL} min-h-11`}
      >
        {children}
      </select>
    </Frame>
  )
}

/** A box to tick, or a choice among several with type="radio". The words beside it are part of the target. */
export function Check({
  label,
  hint,
  className = '',
  type = 'checkbox',
  ...input
}: Omit<Described, 'error' | 'labelHidden'> & Omit<ComponentProps<'input'>, 'className'>) {
  const made = useId()
  const id = input.id ?? made
  return (
    <div className={`flex min-h-11 items-start gap-3 py-2 ${className}`}>
      <input
        {...input}
        type={type}
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="mt-1 size-4.5 shrink-0 accent-accent"
      />
      <span>
        <label htmlFor={id}>{label}</label>
        {hint ? (
          <span id={`${id}-hint`} className="block text-note text-quiet">
            {hint}
          </span>
        ) : null}
      </span>
    </div>
  )
}

import Link from 'next/link'
import type { ComponentProps } from 'react'

/** primary: the one accent action of a page. plain: the others. quiet: what is rarely wanted. inline: within a sentence. */
export type ButtonTone = 'primary' | 'plain' | 'quiet' | 'inline'

const SHAPE =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded-[3px] py-2 font-medium ' +
  'transition-colors duration-100 disabled:cursor-default disabled:opacity-55 aria-disabled:opacity-55'

const TONES: Record<ButtonTone, string> = {
  // The border is seen where colours are forced: a link has nothing else there to be known by.
  primary:
    'border border-transparent bg-accent px-6 text-paper hover:bg-accent-strong active:bg-accent-strong',
  plain:
    'border border-edge bg-sheet px-4 text-ink hover:border-ink active:bg-pencil-faint disabled:hover:border-edge',
  quiet: 'px-2 text-quiet decoration-1 underline-offset-4 hover:text-ink hover:underline',
  inline: 'link',
}

export function buttonClass(tone: ButtonTone = 'plain', className = ''): string {
  return `${tone === 'inline' ? '' : SHAPE} ${TONES[tone]} ${className}`
}

export function Button({
  tone = 'plain',
  className = '',
  type = 'button',
  ...rest
}: ComponentProps<'button'> & { tone?: ButtonTone }) {
  return <button type={type} className={buttonClass(tone, className)} {...rest} />
}

/** Goes somewhere and looks like a button. */
export function LinkButton({
  tone = 'plain',
  className = '',
  ...rest
}: ComponentProps<typeof Link> & { tone?: ButtonTone }) {
  return <Link className={buttonClass(tone, className)} {...rest} />
}

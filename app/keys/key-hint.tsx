import { Kbd } from '../components/kbd'

/** The key beside a button's words: for eyes only, so that the button is called by its words. */
export function KeyHint({ children }: { children: string }) {
  return (
    <span aria-hidden className="contents">
      <Kbd>{children}</Kbd>
    </span>
  )
}

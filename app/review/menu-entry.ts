/** Something that can be done in a session, as its menu and its keys show it. */
export type MenuEntry = {
  readonly name: string
  readonly key?: string
  readonly disabled?: boolean
  readonly run: () => void
}

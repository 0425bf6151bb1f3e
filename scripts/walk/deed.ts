/** One way of calling an action, and what is to come of it for each person. */
import type { ForAll } from './expected'
import type { Who } from './people'
import type { World } from './world'

export interface Deed {
  readonly with: (world: World, who: Who) => Promise<readonly unknown[]> | readonly unknown[]
  readonly may: ForAll
  /** Called by a browser that shows nothing. */
  readonly without?: 'cookie'
}

import type { ClassRole } from '@/lib/core/class/roles'

/** A seat as the page shows it. */
export type SeatRow = {
  readonly id: string
  readonly displayName: string
  readonly role: ClassRole
  readonly state: 'free' | 'guest' | 'account'
  /** Whose page this is. */
  readonly own: boolean
  readonly words: string
}

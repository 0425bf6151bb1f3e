'use client'

import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/app/components/button'
import { ConfirmDialog } from '@/app/components/confirm-dialog'
import { Menu, MenuItem, MenuRule } from '@/app/components/menu'
import { NameDialog } from '@/app/decks/name-dialog'
import { useAct } from '@/app/items/use-act'
import type { ClassRole } from '@/lib/core/class/roles'
import { changeRoleAction, removeMemberAction, renameMemberAction } from '../../actions'
import { PasswordLink } from './password-link'
import type { SeatRow } from './seat-row'

type Asked = 'rename' | 'remove' | 'password' | ClassRole

const ROLES = [
  { role: 'student', menu: 'Make a student', means: 'They study, and see only their own results.' },
  {
    role: 'assistant',
    menu: 'Make an assistant',
    means: 'They see what all students did and know, and lead a room.',
  },
  {
    role: 'teacher',
    menu: 'Make a teacher',
    means: 'They see all results, assign decks, and manage seats and codes.',
  },
  {
    role: 'owner',
    menu: 'Hand the class over',
    means: 'They own the class from then on, and you are a teacher in it. Only they can undo it.',
  },
] as const

/** What can be done with one seat, behind one button. */
export function SeatMenu({
  classId,
  row,
  mayChangeRoles,
  onLink,
  onDone,
}: {
  classId: string
  row: SeatRow
  mayChangeRoles: boolean
  onLink: () => void
  onDone: (words: string) => void
}) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const { act, pending, problem, forget } = useAct()
  const { id, displayName: name, state } = row
  const roles = ROLES.filter(
    ({ role }) => role !== row.role && !(role === 'owner' && state !== 'account'),
  )
  const close = () => {
    forget()
    setAsked(null)
  }
  const finish = (words: string) => {
    close()
    onDone(words)
  }
  // A class has up to 500 of these: what nobody asked for is not made.
  const [used, setUsed] = useState(false)
  if (asked !== null && !used) setUsed(true)
  const chosen = ROLES.find(({ role }) => role === asked)
  return (
    <>
      <Menu
        trigger={
          <Button tone="quiet" aria-label={`More for ${name}`} className="min-w-11 shrink-0">
            <Ellipsis aria-hidden size={20} strokeWidth={1.75} />
          </Button>
        }
      >
        {state === 'account' ? null : (
          <MenuItem onSelect={onLink}>
            {state === 'free' ? 'Link to this seat' : 'Link for another device'}
          </MenuItem>
        )}
        {state === 'account' && row.role === 'student' ? (
          <MenuItem onSelect={() => setAsked('password')}>Link for a new password</MenuItem>
        ) : null}
        <MenuItem onSelect={() => setAsked('rename')}>Rename</MenuItem>
        {mayChangeRoles ? (
          <>
            <MenuRule />
            {roles.map(({ role, menu }) => (
              <MenuItem key={role} onSelect={() => setAsked(role)}>
                {menu}
              </MenuItem>
            ))}
          </>
        ) : null}
        <MenuRule />
        <MenuItem onSelect={() => setAsked('remove')}>Remove</MenuItem>
      </Menu>
      {asked === 'password' ? (
        <PasswordLink classId={classId} memberId={id} name={name} onClose={close} />
      ) : null}
      {used ? (
        <>
          <NameDialog
            open={asked === 'rename'}
            onOpenChange={close}
            title={`Rename ${name}`}
            confirm="Rename"
            name={name}
            save={(typed) => renameMemberAction(classId, id, typed)}
            onSaved={() => finish('Renamed.')}
          />
          <ConfirmDialog
            open={asked === 'remove'}
            onOpenChange={close}
            title={`Remove ${name}?`}
            description={
              state === 'free'
                ? 'The free seat is taken away, and its link opens nothing any more.'
                : 'They no longer see the class, and the class no longer sees what they do. What they studied stays theirs. Joining again gives them their old seat.'
            }
            confirm="Remove"
            disabled={pending}
            problem={problem}
            onConfirm={() =>
              act(
                () => removeMemberAction(classId, id),
                () => finish(`${name} is removed.`),
              )
            }
          />
          <ConfirmDialog
            open={chosen !== undefined}
            onOpenChange={close}
            title={chosen ? `${chosen.menu}: ${name}?` : ''}
            description={chosen?.means}
            confirm={chosen?.menu ?? ''}
            disabled={pending}
            problem={problem}
            onConfirm={() => {
              if (!chosen) return
              act(
                () => changeRoleAction(classId, id, chosen.role),
                () =>
                  finish(
                    chosen.role === 'owner'
                      ? `${name} owns the class now.`
                      : `${name} is ${chosen.role === 'assistant' ? 'an' : 'a'} ${chosen.role} now.`,
                  ),
              )
            }}
          />
        </>
      ) : null}
    </>
  )
}

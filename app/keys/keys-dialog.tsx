'use client'

import { useSyncExternalStore } from 'react'
import { Dialog } from '../components/dialog'
import { Check } from '../components/field'
import { KEY_GROUPS } from './keys'
import { keysAreOn, setKeysOn, subscribeToKeysSetting } from './keys-setting'

/** What each key does, and the switch that turns the keys of one character off on this device. */
export function KeysDialog({
  open,
  onOpenChange,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
}) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keys">
      <KeysSwitch />
      {KEY_GROUPS.map((group) => (
        <section key={group.title} className="mt-5">
          <h3 className="text-note font-medium">{group.title}</h3>
          <dl className="mt-1">
            {group.lines.map((line) => (
              <div key={line.does} className="flex gap-4 border-t border-rule py-1.5 text-note">
                <dt className="flex w-36 shrink-0 flex-wrap items-baseline gap-1">
                  {line.keys.map((key) => (
                    <kbd
                      key={key}
                      className="min-w-6 rounded-[3px] border border-edge px-1.5 text-center font-operate text-fine leading-5"
                    >
                      {key}
                    </kbd>
                  ))}
                </dt>
                <dd>{line.does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}

export function KeysSwitch() {
  const on = useSyncExternalStore(subscribeToKeysSetting, keysAreOn, () => true)
  return (
    <Check
      label="Keys of one character work on this device"
      hint="Switch them off when you dictate, or when keys are pressed by mistake. Space, Enter and Escape stay."
      checked={on}
      onChange={(event) => setKeysOn(event.target.checked)}
    />
  )
}

'use client'

import { useSyncExternalStore } from 'react'
import { Check } from '../components/field'
import { canSpeak, subscribeToSpeaker } from './speaker'
import { speechSetting } from './speech-setting'

const CHOICES = [
  {
    value: 'demand',
    label: 'When I ask for it',
    hint: 'With the button beside Undo, or the key V.',
  },
  {
    value: 'always',
    label: 'As soon as it is shown',
    hint: 'The button and the key V stop it and begin it again.',
  },
  { value: 'off', label: 'Never', hint: 'There is no button then.' },
] as const

/** When questions and answers are read aloud on this device. */
export function SpeechSwitch() {
  const setting = useSyncExternalStore(speechSetting.subscribe, speechSetting.get, () => 'demand')
  const hasVoice = useSyncExternalStore(subscribeToSpeaker, canSpeak, () => true)
  if (!hasVoice)
    return <p className="py-2 text-quiet">This browser has no voice to read anything aloud with.</p>
  return (
    <fieldset className="py-2">
      <legend className="mb-1 text-note font-medium">
        Read questions and answers aloud on this device
      </legend>
      {CHOICES.map(({ value, label, hint }) => (
        <Check
          key={value}
          type="radio"
          name="speech"
          label={label}
          hint={hint}
          checked={setting === value}
          onChange={() => speechSetting.set(value)}
        />
      ))}
    </fieldset>
  )
}

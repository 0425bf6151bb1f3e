'use client'

import { Square, Volume2 } from 'lucide-react'
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { Button } from '../components/button'
import { useKeys } from '../keys/use-keys'
import { canSpeak, isSpeaking, speak, stopSpeaking, subscribeToSpeaker } from './speaker'
import { speechSetting } from './speech-setting'

/**
 * Reads aloud what is shown, when asked to or at once, as this device is set; falls silent when it is gone. Give it
 * another key for each thing that is shown. Nothing where there is no voice, or where nobody wants one.
 */
export function ReadAloud({ pieces, language }: { pieces: readonly string[]; language: string }) {
  const setting = useSyncExternalStore(speechSetting.subscribe, speechSetting.get, () => 'off')
  const hasVoice = useSyncExternalStore(subscribeToSpeaker, canSpeak, () => false)
  const speaking = useSyncExternalStore(subscribeToSpeaker, isSpeaking, () => false)
  const isOn = hasVoice && setting !== 'off' && pieces.length > 0
  const begin = useEffectEvent(() => speak(pieces, language))
  const readsAtOnce = isOn && setting === 'always'
  useEffect(() => {
    if (readsAtOnce) begin()
    return stopSpeaking
  }, [readsAtOnce])

  const toggle = () => (speaking ? stopSpeaking() : speak(pieces, language))
  useKeys({ v: isOn ? toggle : undefined })
  if (!isOn) return null
  const Icon = speaking ? Square : Volume2
  return (
    <Button
      tone="quiet"
      aria-label={speaking ? 'Stop reading aloud' : 'Read aloud'}
      aria-keyshortcuts="v"
      className="min-w-11 shrink-0"
      onClick={toggle}
    >
      <Icon aria-hidden size={20} strokeWidth={1.75} />
    </Button>
  )
}

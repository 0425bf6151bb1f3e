/** The voice of the browser: one reading at a time, for the whole page. */
import { voiceFor } from './voice'

const listeners = new Set<() => void>()
/** Kept until they were said: a browser may forget an utterance that nobody holds, and never say that it ended. */
let saying: readonly SpeechSynthesisUtterance[] = []

function synthesis(): SpeechSynthesis | null {
  return 'speechSynthesis' in window ? window.speechSynthesis : null
}

/** Some browsers have the interface and no voice; most learn of their voices a moment after the page has begun. */
export function canSpeak(): boolean {
  return (synthesis()?.getVoices().length ?? 0) > 0
}

export const isSpeaking = (): boolean => saying.length > 0

export function speak(pieces: readonly string[], language: string): void {
  const voices = synthesis()?.getVoices() ?? []
  stopSpeaking()
  const spoken = pieces.map((words) => {
    const utterance = new SpeechSynthesisUtterance(words)
    const voice = language === '' ? null : voiceFor(voices, language)
    if (language !== '') utterance.lang = voice?.lang ?? language
    if (voice) utterance.voice = voice
    utterance.onend = () => ended(utterance)
    utterance.onerror = () => ended(utterance)
    return utterance
  })
  say(spoken)
  for (const utterance of spoken) synthesis()?.speak(utterance)
}

/** Falls silent at once. */
export function stopSpeaking(): void {
  if (saying.length === 0) return
  say([])
  synthesis()?.cancel()
}

function ended(utterance: SpeechSynthesisUtterance): void {
  if (saying.includes(utterance)) say(saying.filter((other) => other !== utterance))
}

function say(utterances: typeof saying): void {
  saying = utterances
  for (const listener of listeners) listener()
}

/** Hears when reading begins and ends, and when voices come. Gives the way to stop. */
export function subscribeToSpeaker(listener: () => void): () => void {
  listeners.add(listener)
  synthesis()?.addEventListener('voiceschanged', listener)
  return () => {
    listeners.delete(listener)
    synthesis()?.removeEventListener('voiceschanged', listener)
  }
}

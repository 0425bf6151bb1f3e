/** Which of a browser's voices reads a language. */

/** What is looked at of a voice; a SpeechSynthesisVoice fits. */
export type Voice = {
  readonly lang: string
  readonly localService: boolean
  readonly default: boolean
}

/**
 * One of exactly this language, else one of another country's; of several the default, else one that needs no network.
 * Null where none speaks it: then the browser chooses.
 */
export function voiceFor<V extends Voice>(voices: readonly V[], language: string): V | null {
  const wanted = tagOf(language)
  const [primary = ''] = wanted.split('-')
  const exact = voices.filter((voice) => tagOf(voice.lang) === wanted)
  const near = voices.filter((voice) => tagOf(voice.lang).split('-')[0] === primary)
  const speaking = exact.length > 0 ? exact : near
  return (
    speaking.find((v) => v.default) ?? speaking.find((v) => v.localService) ?? speaking[0] ?? null
  )
}

/** Some browsers write en_GB. */
const tagOf = (language: string): string => language.replaceAll('_', '-').toLowerCase()

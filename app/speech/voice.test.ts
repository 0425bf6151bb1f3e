import { describe, expect, it } from 'vitest'
import { voiceFor } from './voice'

const voice = (lang: string, change: { localService?: boolean; default?: boolean } = {}) => ({
  ...{ lang, localService: true, default: false },
  ...change,
})

describe('the voice for a language', () => {
  it('is one of that language and country, else of that language', () => {
    const voices = [voice('de-DE'), voice('en_US'), voice('en-GB')]
    expect(voiceFor(voices, 'en-gb')?.lang).toBe('en-GB')
    expect(voiceFor(voices, 'en-US')?.lang).toBe('en_US')
    expect(voiceFor(voices, 'de')?.lang).toBe('de-DE')
  })

  it('is the default of several, else one that needs no network', () => {
    const far = voice('en-GB', { localService: false })
    expect(voiceFor([far, voice('en-US')], 'en')?.lang).toBe('en-US')
    expect(voiceFor([voice('en-US'), { ...far, default: true }], 'en')?.lang).toBe('en-GB')
    expect(voiceFor([far], 'en')).toBe(far)
  })

  it('is not one that cannot speak it', () => {
    expect(voiceFor([voice('en-GB'), voice('es-ES')], 'e')).toBeNull()
    expect(voiceFor([voice('en-GB')], 'fr')).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import { type KeyPress, shortcutOf } from './shortcut'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  repeat: false,
  isComposing: false,
  defaultPrevented: false,
  ...more,
})

describe('shortcutOf', () => {
  it.each([
    ['u', 'u'],
    ['U', 'u'],
    ['1', '1'],
    [' ', 'Space'],
    ['Enter', 'Enter'],
    ['/', '/'],
  ])('%j on the page is %j', (key, name) => {
    expect(shortcutOf(press(key), 'page')).toBe(name)
  })

  it.each(['ctrlKey', 'metaKey', 'altKey'] as const)('leaves %s to the browser', (modifier) => {
    expect(shortcutOf(press('s', { [modifier]: true }), 'page')).toBeNull()
  })

  it('takes ? and / with Shift, and letters and digits without', () => {
    expect(shortcutOf(press('?', { shiftKey: true }), 'page')).toBe('?')
    expect(shortcutOf(press('/', { shiftKey: true }), 'page')).toBe('/')
    expect(shortcutOf(press('S', { shiftKey: true }), 'page')).toBeNull()
    expect(shortcutOf(press('Enter', { shiftKey: true }), 'page')).toBeNull()
  })

  it.each(['field', 'popup'] as const)('never fires in a %s', (place) => {
    for (const key of ['u', '1', ' ', 'Enter', '/', '?', 'Escape']) {
      expect(shortcutOf(press(key), place)).toBeNull()
    }
  })

  it('lets the focused button have Space and Enter, and nothing else', () => {
    expect(shortcutOf(press(' '), 'button')).toBeNull()
    expect(shortcutOf(press('Enter'), 'button')).toBeNull()
    expect(shortcutOf(press('3'), 'button')).toBe('3')
  })

  it('does not grade a pile of cards because a finger stays down', () => {
    expect(shortcutOf(press('3', { repeat: true }), 'page')).toBeNull()
  })

  it('waits until an input method has made its character', () => {
    expect(shortcutOf(press('a', { isComposing: true }), 'page')).toBeNull()
  })
})

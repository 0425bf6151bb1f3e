import { deviceSetting } from '../device-setting'

/**
 * Whether keys of one character do anything on this device. Somebody who speaks to the computer, or whose hand slips,
 * needs them off: a word dictated past a field must not grade a card.
 */
const setting = deviceSetting('passage.keys', ['on', 'off'])

export const keysAreOn = (): boolean => setting.get() === 'on'
export const setKeysOn = (on: boolean): void => setting.set(on ? 'on' : 'off')
export const subscribeToKeysSetting = setting.subscribe

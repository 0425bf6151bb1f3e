import { deviceSetting } from '../device-setting'

/** When questions and answers are read aloud on this device: when asked to, never, or as soon as they are shown. */
export const speechSetting = deviceSetting('passage.speech', ['demand', 'off', 'always'])

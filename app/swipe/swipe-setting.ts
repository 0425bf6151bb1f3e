import { deviceSetting } from '../device-setting'

/** Whether a swipe over an answer grades it on this device. Off unless wanted: a page that is scrolled must grade nothing. */
export const swipeSetting = deviceSetting('passage.swipe', ['off', 'on'])

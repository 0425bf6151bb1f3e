/** Another number for each shape of provisions; a device that kept another one does without. */
export const PROVISIONS_VERSION = 5

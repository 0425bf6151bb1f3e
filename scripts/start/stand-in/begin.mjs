// Started by lifecycle.test.ts: the whole of npm start but for the built app, in whose place a small server answers.
import('../../setup/begin.mjs').then(({ begin }) => begin('start/stand-in/main.ts'))

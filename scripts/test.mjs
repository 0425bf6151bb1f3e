// npm test: on a fresh clone as well; see npm test -- --help.
import './setup/node-version.mjs'

// Tests that were interrupted have not passed.
import('./setup/begin.mjs').then(({ begin }) => begin('test/main.ts', { exitCodeWhenAsked: 130 }))

import fc from 'fast-check'

// `npm test` draws the same samples every time, so that it fails by a change and not by chance.
// `npm run prove` draws new ones, and 50 times as many.
fc.configureGlobal({ seed: 2026 })

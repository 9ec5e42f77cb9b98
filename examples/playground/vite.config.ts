import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

/** Serves on this machine alone. */
const host = 'localhost'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // The page may be put into any folder of any server.
  base: './',
  build: {
    target: 'es2022',
    // Files of its own, since the page's policy allows no `data:`; and no polyfill, which would call
    // for files that the policy does not allow to be called for.
    assetsInlineLimit: 0,
    modulePreload: false,
    chunkSizeWarningLimit: 1_000,
    emptyOutDir: true,
  },
  worker: { format: 'es' },
  server: { host },
  preview: { host },
})

import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

/** The API under development: the fixture server, or a real one named by SALESBRAIN_DEV_API. */
const api = process.env['SALESBRAIN_DEV_API'] ?? 'http://127.0.0.1:8787'

export default defineConfig({
  plugins: [vue()],
  define: { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false' },
  build: {
    outDir: process.env['DASHBOARD_OUT'] ?? 'dist',
    emptyOutDir: true,
    // A data: address would be refused by the content security policy `default-src 'self'`.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: { fileName: 'licenses.md' },
    reportCompressedSize: false,
    // For build/budget.mjs, which follows what the first screen loads and then takes it away.
    manifest: true,
  },
  server: { proxy: { '/api': api } },
  test: { environment: 'node', include: ['test/**/*.test.ts'], pool: 'threads', maxWorkers: 1 },
})

import { defineConfig } from '@playwright/test'
import { isElectronFolder } from './scripts/packaging/stand-in.ts'

// Electron's windows share the desktop's one clipboard and one focus; the stand-in's have each their own.
const isElectron = isElectronFolder(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '')

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  timeout: 90_000,
  expect: { timeout: 10_000 },
  workers: isElectron ? 1 : 2,
  fullyParallel: true,
  forbidOnly: true,
  reporter: [['list']],
})

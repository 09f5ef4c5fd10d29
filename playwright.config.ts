import { defineConfig } from '@playwright/test'
import { isElectronFolder } from './scripts/packaging/stand-in.ts'

// Electron's windows share the desktop's one clipboard and one focus; the stand-in's have each their own.
const isElectron = isElectronFolder(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '')
const waitingLong = '**/locked-memory.spec.ts'

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  timeout: 90_000,
  expect: { timeout: 10_000 },
  workers: isElectron ? 1 : 2,
  fullyParallel: true,
  forbidOnly: true,
  reporter: [['list']],
  // This journey waits for half a minute. It comes first, because at the end nothing would go on beside it.
  projects: [
    { name: 'longest', testMatch: waitingLong },
    { name: 'others', testIgnore: waitingLong },
  ],
})

import { defineConfig } from '@playwright/test'
import { isElectronFolder } from './scripts/packaging/stand-in.ts'

// Electron's windows share the desktop's one clipboard and one focus; the stand-in's have each their own.
const isElectron = isElectronFolder(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '')
// This journey waits for half a minute. It comes first, because at the end nothing would go on beside it.
const waitingLong = '**/locked-memory.spec.ts'

/** The zone in which it is between noon and one o'clock now. The names count westwards. */
function zoneAtNoon(): string {
  const west = new Date().getUTCHours() - 12
  return `Etc/GMT${west < 0 ? '' : '+'}${String(west)}`
}

// A vault is made for one day, and a journey that is under way at midnight would see the next one too. On Linux the page
// follows this variable as well, and no run takes as long as half a day.
if (process.platform === 'linux') process.env['TZ'] ??= zoneAtNoon()

const journeys = (...names: readonly string[]): string[] => names.map((name) => `**/journeys/${name}.spec.ts`)

/** Journeys that `npm test` leaves to `npm run test:slow`, so that it is quick. CI runs both. */
const slow = [
  '**/security/hostile-text.spec.ts',
  '**/security/no-network.spec.ts',
  ...journeys(
    'accessibility',
    'context-menus',
    'dropped-files',
    'evidence',
    'export-ratings',
    'form-fits',
    'panels',
    'put-right',
    'reports',
    'supervision-round',
    'typed-text',
    'zoom',
  ),
]

/** Journeys that only `npm run faults` runs, so that CI stays below half an hour on a slow machine. */
const long = [
  '**/faults/**',
  ...journeys(
    'audit',
    'backups',
    'bad-input',
    'by-touch',
    'chart-pictures',
    'clipboard',
    'door-screens',
    'foresight',
    'form-plans',
    'gallery',
    'go-to',
    'gone-back',
    'hand-over-attack',
    'import-large',
    'import-own-words',
    'import-ratings',
    'import-totals',
    'instruments',
    'keys',
    'long-course',
    'many-clients',
    'other-forms',
    'own-words',
    'paper-entry',
    'paper-forms',
    'people',
    'practice',
    'reading-files',
    'repairs',
    'replies',
    'report-bounds',
    'restore-locked',
    'review',
    'rights',
    'share',
    'start-field',
    'supervision',
    'together',
    'together-attack',
  ),
]

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  timeout: 90_000,
  // Longer than any screen takes on a busy computer. No journey waits this long unless something is missing.
  expect: { timeout: 20_000 },
  workers: isElectron ? 1 : 2,
  fullyParallel: true,
  forbidOnly: true,
  reporter: [['list']],
  projects: [
    { name: 'longest', testMatch: waitingLong },
    { name: 'long', testMatch: long },
    { name: 'slow', testMatch: slow },
    { name: 'usual', testIgnore: [waitingLong, ...long, ...slow] },
  ],
})

import { globSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { configDefaults, defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

type Tests = NonNullable<TestProjectInlineConfiguration['test']>

// Processes and threads that tests start run from their sources, and need not compile them each time.
const env = { NODE_COMPILE_CACHE: join(import.meta.dirname, '.cache/compiled') }
const patient: Tests = { testTimeout: 60_000, hookTimeout: 60_000 }

// What finds, packs and starts the runtime. With the stand-in's tests these are slow and change seldom.
const starting = ['scripts/packaging/**/*.test.ts', 'scripts/runtime/**/*.test.ts']

/**
 * Tests that `npm test` leaves to `npm run test:slow`, by project: faults and simulations, copies of the vault, whole
 * screens, and single files that take long.
 */
const slow = {
  node: ['scripts/faults/{faults,small-disk,vault-files}.test.ts', 'scripts/{hostile,threads}/**/*.test.ts'],
  shared: [
    'src/shared/analytics/describe-trajectory.test.ts',
    'src/shared/foresight/sum-up-foresights.test.ts',
    'src/shared/practice/clustered-intervals.test.ts',
    'src/shared/prompts/prompt-simulation.test.ts',
  ],
  vault: [
    'src/main/vault/{archive,backups}/**/*.test.ts',
    'src/main/vault/committed-headers.test.ts',
    'src/main/vault/days.test.ts',
    'src/main/vault/erased-everywhere.test.ts',
    'src/main/vault/features/exports/unfinished-exports.test.ts',
    'src/main/vault/features/imports/attune-bundle.test.ts',
    'src/main/vault/features/prompts/gone-drafts.test.ts',
    'src/main/vault/files/answering-folder.test.ts',
    'src/main/vault/gone-back.test.ts',
    'src/main/vault/opening/commit-point.test.ts',
    'src/main/vault/records/evidence/search-index.test.ts',
    'src/main/vault/returned-clients.test.ts',
    'src/main/vault/vault-process.test.ts',
  ],
  renderer: [
    'src/renderer/features/**/*-screen{,s}.test.tsx',
    'src/renderer/features/client/paper-entry/paper-entry.test.tsx',
    'src/renderer/features/log-session/{foresight-step,log-by-keys,new-log,unsaved-log}.test.tsx',
    'src/renderer/lib/change.test.tsx',
    'src/renderer/ui/{date-field,rating-input}.test.tsx',
  ],
}

/** A project, and the same one for its slow files. */
const withSlow = (name: keyof typeof slow, include: readonly string[], tests: Tests): { test: Tests }[] => [
  {
    test: {
      ...tests,
      name,
      include: [...include],
      exclude: [...configDefaults.exclude, ...(tests.exclude ?? []), ...slow[name]],
    },
  },
  {
    test: {
      ...tests,
      name: `slow-${name}`,
      isolate: true,
      include: slow[name],
      exclude: configDefaults.exclude,
    },
  },
]

const vault: Tests = {
  ...patient,
  environment: 'node',
  env,
  setupFiles: [
    'src/main/vault/testing/check-query-plans.ts',
    'src/main/vault/testing/quick-argon2.ts',
    'src/main/vault/testing/check-here.ts',
  ],
}

const under = { cwd: import.meta.dirname }
const slowOfVault = globSync(slow.vault, under)

/** Tests of the vault that replace a module or one of Node's own functions, for themselves alone. */
const replacing = globSync('src/main/vault/**/*.test.ts', under).filter(
  (file) =>
    !slowOfVault.includes(file) &&
    /\bvi\.(un|do)?mock\(|syncBuiltinESMExports/i.test(readFileSync(join(import.meta.dirname, file), 'utf8')),
)

export default defineConfig({
  test: {
    // Vitest leaves a core free by default, which on two cores is half of the machine.
    maxWorkers: availableParallelism(),
    coverage: {
      include: ['src/**/*.{ts,tsx}'],
      exclude: ['**/*.test.{ts,tsx}', '**/testing/**', '**/*.d.ts'],
      reporter: ['text-summary', 'html'],
    },
    projects: [
      ...withSlow('node', ['src/**/*.test.ts', 'scripts/**/*.test.ts'], {
        ...patient,
        environment: 'node',
        env,
        exclude: ['src/main/vault/**', 'src/shared/**', ...starting],
      }),
      {
        test: {
          ...patient,
          name: 'starting',
          environment: 'node',
          env,
          include: ['tools/**/*.test.ts', ...starting],
        },
      },
      ...withSlow('shared', ['src/shared/**/*.test.ts'], {
        ...patient,
        environment: 'node',
        env,
        // Pure code keeps no state, and the linter lets its tests replace nothing: they need no process of their own.
        pool: 'threads',
        isolate: false,
      }),
      // Each test has a vault of its own, and no module may keep anything of one. So these files share a process, which
      // compiles and loads the vault's code once.
      ...withSlow('vault', ['src/main/vault/**/*.test.ts'], { ...vault, isolate: false, exclude: replacing }),
      { test: { ...vault, name: 'replacing', include: replacing } },
      ...withSlow('renderer', ['src/renderer/**/*.test.tsx'], {
        environment: 'jsdom',
        // Each file keeps a context of its own, without a process of its own to start.
        pool: 'vmThreads',
        setupFiles: ['src/renderer/testing/setup.ts'],
        testTimeout: 60_000,
      }),
    ],
  },
})

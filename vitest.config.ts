import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { configDefaults, defineConfig } from 'vitest/config'

// Processes and threads that tests start run from their sources, and need not compile them each time.
const env = { NODE_COMPILE_CACHE: join(import.meta.dirname, '.cache/compiled') }

// What finds, packs and starts the runtime. With the stand-in's tests these are slow and change seldom.
const starting = ['scripts/packaging/**/*.test.ts', 'scripts/runtime/**/*.test.ts']

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
      {
        test: {
          name: 'node',
          environment: 'node',
          env,
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: [...configDefaults.exclude, 'src/main/vault/**', 'src/shared/**', ...starting],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'starting',
          environment: 'node',
          env,
          include: ['tools/**/*.test.ts', ...starting],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'shared',
          environment: 'node',
          env,
          include: ['src/shared/**/*.test.ts'],
          // Pure code keeps no state, and the linter lets its tests replace nothing: they need no process of their own.
          pool: 'threads',
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'vault',
          environment: 'node',
          env,
          include: ['src/main/vault/**/*.test.ts'],
          setupFiles: [
            'src/main/vault/testing/check-query-plans.ts',
            'src/main/vault/testing/quick-argon2.ts',
            'src/main/vault/testing/check-here.ts',
          ],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'renderer',
          environment: 'jsdom',
          // Each file keeps a context of its own, without a process of its own to start.
          pool: 'vmThreads',
          include: ['src/renderer/**/*.test.tsx'],
          setupFiles: ['src/renderer/testing/setup.ts'],
          testTimeout: 60_000,
        },
      },
    ],
  },
})

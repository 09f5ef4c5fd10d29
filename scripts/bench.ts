import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { benchAnalytics } from './bench/analytics-bench.ts'
import { benchApp } from './bench/app-bench.ts'
import { benchBackups } from './bench/backup-bench.ts'
import { benchCaseloadInApp } from './bench/caseload-app-bench.ts'
import { benchCaseload } from './bench/caseload-bench.ts'
import { benchEvidence } from './bench/evidence-bench.ts'
import { benchImport } from './bench/import-bench.ts'
import { benchPrompts } from './bench/prompts-bench.ts'
import { benchReading } from './bench/reading-bench.ts'
import { benchReports } from './bench/report-bench.ts'
import { benchReview } from './bench/review-bench.ts'
import { printFigures } from './bench/statistics.ts'
import { build, isBuildStale } from './runtime/build.ts'
import { prepareRuntime } from './runtime/prepare-runtime.ts'

/**
 * Prints how fast Attune is on this computer: each figure beside its lower bound from the same run, and the goal. The
 * options are for judging one change: `--only=start`, more `--rounds`, and `--beside` the folder of another built
 * checkout.
 */
const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    rounds: { type: 'string', default: '9' },
    beside: { type: 'string', multiple: true, default: [] },
  },
})
if (options.only !== undefined && options.only !== 'start') throw new Error('--only knows nothing but start')
const onlyStart = options.only === 'start'

if (!onlyStart) {
  printFigures('Analytics', benchAnalytics())
  printFigures('Evidence', benchEvidence())
  printFigures('Prompts', benchPrompts())
  printFigures('Caseload', await benchCaseload())
  printFigures('Review', await benchReview())
  printFigures('Backups', await benchBackups())
  printFigures('Files from outside', await benchReading())
  printFigures('A large import', await benchImport())
}
if (isBuildStale()) build()
const { line } = await prepareRuntime({ unseen: true })
printFigures(
  `The app (${line})`,
  await benchApp({
    rounds: Number(options.rounds),
    beside: options.beside.map((folder) => resolve(folder)),
    onlyStart,
  }),
)
if (!onlyStart) {
  printFigures('Large caseloads in the app', await benchCaseloadInApp())
  printFigures('Reports', await benchReports())
}

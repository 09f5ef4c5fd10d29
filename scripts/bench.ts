import { benchAnalytics } from './bench/analytics-bench.ts'
import { benchApp } from './bench/app-bench.ts'
import { benchBackups } from './bench/backup-bench.ts'
import { benchEvidence } from './bench/evidence-bench.ts'
import { benchPrompts } from './bench/prompts-bench.ts'
import { printFigures } from './bench/statistics.ts'
import { build, isBuildStale } from './runtime/build.ts'
import { prepareRuntime } from './runtime/prepare-runtime.ts'

/** Prints how fast Attune is on this computer: each figure beside its lower bound from the same run, and the goal. */
printFigures('Analytics', benchAnalytics())
printFigures('Evidence', benchEvidence())
printFigures('Prompts', benchPrompts())
printFigures('Backups', await benchBackups())
if (isBuildStale()) build()
const { line } = await prepareRuntime({ unseen: true })
printFigures(`The app (${line})`, await benchApp())

import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { evidenceFiltersSchema } from '#shared/evidence/evidence-item.ts'
import { migrate, migrations } from '../database/migrations/migrations.ts'
import { auditLookupQueries } from '../audit/audit-lookup.ts'
import { auditQueries } from '../audit/audit.repository.ts'
import { clientQueries } from './clients/client.repository.ts'
import { evidenceIndexQueries } from './evidence/evidence-index.ts'
import { evidenceQueries } from './evidence/evidence.repository.ts'
import { passingRows } from './evidence/filter-rows.ts'
import { evidenceSearchQueries } from './evidence/search-index.ts'
import { instrumentQueries } from './instruments/instrument-library.ts'
import { packQueries } from './instruments/pack.repository.ts'
import { clientFormQueries } from './clients/client-form.repository.ts'
import { promptAnswerQueries } from './prompts/prompt-answer.repository.ts'
import { switchedOffQueries } from './prompts/switched-off.repository.ts'
import { retentionQueries } from './retention.repository.ts'
import { clientSessionIds } from '../features/rights/erase-client.ts'
import { riskQueries } from './risk/risk.repository.ts'
import { outcomeBaselineQueries } from './clients/outcome-baseline.repository.ts'
import { vaultSettingsQueries } from './vault-settings.repository.ts'
import { sessionQueries } from './sessions/session-queries.ts'
import { allianceSeriesQuery } from '../features/today/alliance-series.ts'
import { latestNoteQuery } from '../features/today/latest-note.ts'
import { wellbeingQueries } from './wellbeing.repository.ts'

const db = new Database(':memory:')
migrate(db, migrations)

const queries = Object.entries({
  ...clientQueries,
  ...sessionQueries,
  ...wellbeingQueries,
  ...vaultSettingsQueries,
  ...packQueries,
  ...riskQueries,
  ...promptAnswerQueries,
  ...switchedOffQueries,
  ...clientFormQueries,
  ...instrumentQueries,
  ...outcomeBaselineQueries,
  ...evidenceQueries,
  ...evidenceIndexQueries,
  ...evidenceSearchQueries,
  filteredEvidence: passingRows({
    ...evidenceFiltersSchema.parse({ topics: ['alliance'], designs: ['review'], yearFrom: 1, yearTo: 2 }),
    leastStrength: 1,
    origin: 'own',
    onlyDrafts: true,
    onlyBookmarked: true,
    onlyUnread: true,
    onlyWithNote: true,
  }).sql,
  allianceSeriesQuery,
  latestNoteQuery,
  ...auditQueries,
  ...auditLookupQueries,
  clientSessionIds,
  ...retentionQueries,
})

/** An empty text for every parameter of a query, whether they have names or not. */
function parametersOf(sql: string): unknown[] {
  const names = [...sql.matchAll(/:(\w+)/g)].map(([, name]) => [name, ''])
  return names.length > 0 ? [Object.fromEntries(names)] : Array<string>(sql.split('?').length - 1).fill('')
}

test.each(queries)('%s uses an index', (_name, sql) => {
  const steps = db
    .prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...parametersOf(sql))
    .map((row) => (row as { detail: string }).detail)
  expect(steps.length).toBeGreaterThan(0)
  const scans = steps.filter((step) => step.startsWith('SCAN') && !/INDEX|CONSTANT ROW/.test(step))
  expect(scans).toEqual([])
  expect(steps.filter((step) => step.includes('USE TEMP B-TREE'))).toEqual([])
})

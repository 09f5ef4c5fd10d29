import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { measuredErrorRates } from '../../src/shared/prompts/testing/measured-error-rates.ts'
import { mixedRates, stableRates, type PromptRates } from '../../src/shared/prompts/testing/prompt-rates.ts'

// Simulates caseloads and prints how often each rule speaks, and how often it is true.
// Run: node scripts/with-node.mjs scripts/measures/simulate-prompts.ts [stable clients] [mixed clients] [seed]
// Without numbers it also writes the figures of the page "How often each statement is wrong".

const [stable = 200, mixed = 300, seed = 2026] = process.argv.slice(2).map(Number)

const percent = (share: number | null) => (share === null ? '–' : `${(share * 100).toFixed(0)} %`)
const steady = stableRates(0.6, stable, seed)
const varying = stableRates(1, stable, seed + 1)
const caseload = mixedRates(mixed, seed + 2)

function summary(name: string, { perSession, sessions, shareTrue }: PromptRates): string {
  return `${name}: ${perSession.toFixed(3)} prompts a session (${String(sessions)} sessions), true ${percent(shareTrue)}`
}

console.log(summary('Stable, spread 0.6', steady))
console.log(summary('Stable, spread 1.0', varying))
console.log(summary('Mixed caseload', caseload))
const { share, count } = caseload.rupturesFound
console.log(`Ruptures of 2.5 points or more that brought a prompt: ${percent(share)} of ${String(count)}\n`)
console.log('| rule | stable 0.6, per 100 | stable 1.0, per 100 | mixed, per 100 | of these true |')
console.log('| --- | --- | --- | --- | --- |')
for (const [index, { ruleId, per100Sessions, shareTrue }] of caseload.byRule.entries()) {
  const cells = [steady.byRule[index], varying.byRule[index]].map((rate) =>
    (rate?.per100Sessions ?? 0).toFixed(2),
  )
  console.log(`| ${[ruleId, ...cells, per100Sessions.toFixed(2), percent(shareTrue)].join(' | ')} |`)
}

if (process.argv.length === 2) {
  const path = join(import.meta.dirname, '../../src/shared/prompts/error-rates.ts')
  const figures = JSON.stringify(measuredErrorRates(steady, varying, caseload), null, 2)
  // The file says itself what its figures are; only they are written again.
  const [head = ''] = readFileSync(path, 'utf8').split(/(?<=^\} = )/m)
  writeFileSync(path, `${head}${figures}\n`)
}

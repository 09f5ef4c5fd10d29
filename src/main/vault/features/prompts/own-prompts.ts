import { scoreResponse } from '#shared/instruments/score.ts'
import { ownFeaturesOf } from '#shared/prompts/own-features.ts'
import { ownScales, type OwnCheck } from '#shared/prompts/own-record.ts'
import { articlesRestedOn } from '#shared/prompts/prompt-evidence.ts'
import { ownRules } from '#shared/prompts/rules/rules.ts'
import { choosePrompts, type ChosenPrompts } from '#shared/prompts/select-prompts.ts'
import type { WellbeingCheck } from '#shared/records/wellbeing-check.ts'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import type { InstrumentLibrary } from '../../records/instruments/instrument-library.ts'
import { countChecks, newestChecks } from '../../records/wellbeing.repository.ts'
import type { Records } from '../../records/records.ts'

const ownChecks: readonly string[] = [ownInstruments.wellbeing, ownInstruments.supervision]

/** Chooses the prompts about the therapist's own private checks. */
export function chooseOwnPrompts(records: Records): ChosenPrompts {
  const checks = newestChecks(records.context.db).toReversed()
  return choosePrompts({
    rules: ownRules,
    features: ownFeaturesOf({
      checks: checks.map((check) => scored(check, records.instruments)),
      earlier: countChecks(records.context.db) - checks.length,
    }),
    parameters: records.rules.read(),
    articles: articlesRestedOn(ownRules, records.articles.all()),
    answers: records.answers.past(null),
    switchedOff: new Set(records.switchedOff.all().keys()),
  })
}

function scored(check: WellbeingCheck, instruments: InstrumentLibrary): OwnCheck {
  const instrument = ownChecks.includes(check.instrumentId)
    ? instruments.find(check.instrumentId, check.instrumentVersion)
    : null
  if (!instrument) return { scores: {} }
  const scores = scoreResponse(instrument, check.answers)
  return {
    scores: Object.fromEntries(
      ownScales.flatMap((scale) => {
        const value = scores[scale]?.value ?? null
        return value === null ? [] : [[scale, value] as const]
      }),
    ),
  }
}

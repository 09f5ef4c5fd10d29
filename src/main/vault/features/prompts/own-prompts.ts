import type Database from 'better-sqlite3'
import { scoreResponse } from '#shared/instruments/score.ts'
import { ownFeaturesOf } from '#shared/prompts/own-features.ts'
import { ownScales, type OwnCheck } from '#shared/prompts/own-record.ts'
import { articlesRestedOn } from '#shared/prompts/prompt-evidence.ts'
import { ownRules } from '#shared/prompts/rules/rules.ts'
import { choosePrompts, type ChosenPrompts } from '#shared/prompts/select-prompts.ts'
import type { WellbeingCheck } from '#shared/records/wellbeing-check.ts'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import type { InstrumentLibrary } from '../../records/instruments/instrument-library.ts'
import type { RuleParameterStore } from '../../records/rule-parameters.ts'
import { countChecks, newestChecks } from '../../records/wellbeing.repository.ts'
import type { PromptParts } from '../../records/prompts/choose-client-prompts.ts'

const ownChecks: readonly string[] = [ownInstruments.wellbeing, ownInstruments.supervision]

export interface OwnPromptParts extends PromptParts {
  readonly db: Database.Database
  readonly instruments: InstrumentLibrary
  readonly rules: RuleParameterStore
}

/** Chooses the prompts about the therapist's own private checks. */
export function chooseOwnPrompts(parts: OwnPromptParts): ChosenPrompts {
  const checks = newestChecks(parts.db).toReversed()
  return choosePrompts({
    rules: ownRules,
    features: ownFeaturesOf({
      checks: checks.map((check) => scored(check, parts.instruments)),
      earlier: countChecks(parts.db) - checks.length,
    }),
    parameters: parts.rules.read(),
    articles: articlesRestedOn(ownRules, parts.articles.all()),
    answers: parts.answers.past(null),
    switchedOff: new Set(parts.switchedOff.all().keys()),
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

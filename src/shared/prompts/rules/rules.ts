import type { OwnRule, Rule } from '../rule.ts'
import { allianceBelowUsual, allianceLowInGeneral, bondBelowWork, workBelowBond } from './alliance-rules.ts'
import { missedAfterFall, noClientRating } from './attendance-rules.ts'
import { allianceOverrated, lowCongruence } from './congruence-rules.ts'
import { negativeGuessFarApart } from './emotion-rules.ts'
import { feltEmpathyBelowUsual, ownEmpathyAboveFelt } from './empathy-rules.ts'
import { clientCried, concernRaised, culturalConcern } from './event-rules.ts'
import { hardFeelingNamed, hardFeelingsAgain } from './feeling-words-rules.ts'
import { helpfulnessBelowUsual } from './helpfulness-rules.ts'
import { outcomeLittleGained, outcomeReliablyWorse } from './outcome-rules.ts'
import {
  ruptureDetectedNotReported,
  ruptureEpisodeOpen,
  ruptureEpisodeUnrepaired,
} from './rupture-episode-rules.ts'
import {
  confrontationReported,
  ruptureReportedNotDetected,
  withdrawalReported,
} from './rupture-report-rules.ts'
import { supervisionRelationship, supervisionUsefulness } from './supervision-rules.ts'
import {
  inadequateAfter,
  inadequateBefore,
  lessSupportiveAfter,
  moreSupportiveAfter,
  moreSupportiveBefore,
} from './therapist-feelings-rules.ts'
import { ownBurden, ownDisengagement, ownExhaustion } from './wellbeing-rules.ts'

/** Every rule that can make a prompt about a client. */
export const rules: readonly Rule[] = [
  ruptureEpisodeOpen,
  ruptureDetectedNotReported,
  ruptureEpisodeUnrepaired,
  ruptureReportedNotDetected,
  confrontationReported,
  withdrawalReported,
  outcomeReliablyWorse,
  outcomeLittleGained,
  feltEmpathyBelowUsual,
  ownEmpathyAboveFelt,
  helpfulnessBelowUsual,
  allianceBelowUsual,
  allianceLowInGeneral,
  bondBelowWork,
  workBelowBond,
  inadequateBefore,
  inadequateAfter,
  lessSupportiveAfter,
  moreSupportiveAfter,
  moreSupportiveBefore,
  hardFeelingNamed,
  hardFeelingsAgain,
  lowCongruence,
  allianceOverrated,
  noClientRating,
  missedAfterFall,
  negativeGuessFarApart,
  concernRaised,
  culturalConcern,
  clientCried,
]

/** Every rule that looks at the therapist's own private checks instead of a client. */
export const ownRules: readonly OwnRule[] = [
  ownDisengagement,
  ownExhaustion,
  ownBurden,
  supervisionRelationship,
  supervisionUsefulness,
]

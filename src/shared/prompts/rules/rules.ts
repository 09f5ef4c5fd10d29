import type { OwnRule, Rule } from '../rule.ts'
import {
  allianceBelowUsual,
  allianceGrew,
  allianceLowInGeneral,
  bondBelowWork,
  workBelowBond,
} from './alliance-rules.ts'
import { missedAfterFall, noClientRating } from './attendance-rules.ts'
import { allianceOverrated, allianceUnderrated, lowCongruence } from './congruence-rules.ts'
import { painfulFeelingMisread, painfulFeelingUnexplored } from './emotion-rules.ts'
import { feltEmpathyBelowUsual, ownEmpathyAboveFelt } from './empathy-rules.ts'
import { clientCried, concernNotTakenUp, concernRaised, culturalConcern } from './event-rules.ts'
import { hardFeelingsAgain } from './feeling-words-rules.ts'
import { helpfulnessBelowUsual } from './helpfulness-rules.ts'
import { outcomeLittleGained, outcomeReliablyWorse } from './outcome-rules.ts'
import {
  ruptureDetectedNotReported,
  ruptureEpisodeOpen,
  ruptureEpisodeUnrepaired,
} from './rupture-episode-rules.ts'
import {
  bothSawRupture,
  confrontationReported,
  ruptureReportedNotDetected,
  withdrawalReported,
} from './rupture-report-rules.ts'
import { supervisionRelationship, supervisionUsefulness } from './supervision-rules.ts'
import {
  inadequateAfter,
  inadequateBefore,
  lessSupportiveAfter,
  lessSupportiveBefore,
} from './therapist-feelings-rules.ts'
import { ownBurden, ownDisengagement, ownExhaustion } from './wellbeing-rules.ts'

/** Every rule that can make a prompt about a client. */
export const rules: readonly Rule[] = [
  ruptureEpisodeOpen,
  ruptureDetectedNotReported,
  ruptureEpisodeUnrepaired,
  ruptureReportedNotDetected,
  bothSawRupture,
  confrontationReported,
  withdrawalReported,
  outcomeReliablyWorse,
  outcomeLittleGained,
  feltEmpathyBelowUsual,
  ownEmpathyAboveFelt,
  helpfulnessBelowUsual,
  allianceBelowUsual,
  allianceLowInGeneral,
  allianceGrew,
  bondBelowWork,
  workBelowBond,
  inadequateBefore,
  inadequateAfter,
  lessSupportiveAfter,
  lessSupportiveBefore,
  hardFeelingsAgain,
  lowCongruence,
  allianceOverrated,
  allianceUnderrated,
  noClientRating,
  missedAfterFall,
  painfulFeelingMisread,
  painfulFeelingUnexplored,
  concernRaised,
  concernNotTakenUp,
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

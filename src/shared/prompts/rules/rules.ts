import type { Rule } from '../rule.ts'
import { missedAfterFall, noClientRating } from './attendance-rules.ts'
import { allianceOverrated, lowCongruence } from './congruence-rules.ts'
import { negativeGuessFarApart } from './emotion-rules.ts'
import { feltEmpathyBelowUsual } from './empathy-rules.ts'
import { clientCried, concernRaised, culturalConcern } from './event-rules.ts'
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
import {
  inadequateAfter,
  inadequateBefore,
  lessSupportiveAfter,
  moreSupportiveAfter,
} from './therapist-feelings-rules.ts'

/** Every rule that can make a prompt. */
export const rules: readonly Rule[] = [
  ruptureEpisodeOpen,
  ruptureDetectedNotReported,
  ruptureEpisodeUnrepaired,
  ruptureReportedNotDetected,
  confrontationReported,
  withdrawalReported,
  feltEmpathyBelowUsual,
  inadequateBefore,
  inadequateAfter,
  lessSupportiveAfter,
  moreSupportiveAfter,
  lowCongruence,
  allianceOverrated,
  noClientRating,
  missedAfterFall,
  negativeGuessFarApart,
  concernRaised,
  culturalConcern,
  clientCried,
]

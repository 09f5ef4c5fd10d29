import type { Story } from '../story.ts'
import { endedTherapy } from './ended-therapy.ts'
import { nearTheCeiling } from './near-the-ceiling.ts'
import { neverRates } from './never-rates.ts'
import { newClient } from './new-client.ts'
import { oneSessionRupture } from './one-session-rupture.ts'
import { partlyRepairedWithdrawal } from './partly-repaired-withdrawal.ts'
import { reliableWorsening } from './reliable-worsening.ts'
import { slowDecline } from './slow-decline.ts'
import { suddenGain } from './sudden-gain.ts'
import { therapistOverrates } from './therapist-overrates.ts'
import { therapistTracks } from './therapist-tracks.ts'
import { unrepairedRupture } from './unrepaired-rupture.ts'

/** The twelve stories of the sample caseload; all people in them are invented. */
export const sampleStories: readonly Story[] = [
  oneSessionRupture,
  slowDecline,
  unrepairedRupture,
  nearTheCeiling,
  therapistOverrates,
  therapistTracks,
  neverRates,
  suddenGain,
  reliableWorsening,
  partlyRepairedWithdrawal,
  newClient,
  endedTherapy,
]

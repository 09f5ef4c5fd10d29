/** The ids of Attune's own instruments, as their files in `assets/instruments` name them. */
export const ownInstruments = {
  allianceClient: 'attune-alliance-client',
  allianceTherapist: 'attune-alliance-therapist',
  emotionsClient: 'attune-emotions-client',
  emotionsGuess: 'attune-emotions-guess',
  feelingsAfter: 'attune-feelings-after',
  feelingsBefore: 'attune-feelings-before',
  ownEmpathy: 'attune-own-empathy',
  sessionExperience: 'attune-session-experience',
  supervision: 'attune-supervision',
  wellbeing: 'attune-wellbeing',
} as const

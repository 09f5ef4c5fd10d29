import { expect, test } from 'vitest'
import { nothingKnown } from '../client-features.ts'
import { confrontationReported, withdrawalReported } from './rupture-report-rules.ts'

const report = {
  sessionNumber: 9,
  seenBy: 'therapist',
  isWithdrawal: true,
  isConfrontation: false,
  intensity: 5,
  resolution: 'unresolved',
  isDetected: false,
} as const

test.each([
  ['unresolved', 'marked as still open'],
  ['partly', 'marked as partly repaired'],
  [null, 'not marked as repaired'],
] as const)(
  'a noted rupture with the resolution %s is described in the words of the log',
  (resolution, words) => {
    const withdrawal = { ...report, resolution }
    const confrontation = { ...withdrawal, isWithdrawal: false, isConfrontation: true }
    const reasons = [
      withdrawalReported.find({ ...nothingKnown, currentSession: 9, ruptureReport: withdrawal }),
      confrontationReported.find({ ...nothingKnown, currentSession: 9, ruptureReport: confrontation }),
    ].map((prompt) => prompt?.because)
    expect(reasons).toEqual([
      `Withdrawal was noted in session 9, 5 out of 10 in strength, and ${words}.`,
      `Confrontation was noted in session 9, 5 out of 10 in strength, and ${words}.`,
    ])
  },
)

import { describe, expect, it } from 'vitest'
import { comingBeforeForm, sessionForms } from './session-forms.ts'
import { neverRates } from './stories/never-rates.ts'
import { oneSessionRupture } from './stories/one-session-rupture.ts'
import { unrepairedRupture } from './stories/unrepaired-rupture.ts'
import type { Happening } from './story.ts'

function clientFormsWhere(happening: Happening) {
  return sessionForms({ ...oneSessionRupture, at: { 2: happening } }, 2).client!
}

function reasons(happening: Happening) {
  return clientFormsWhere(happening).flatMap(({ answers }) =>
    Object.entries(answers).map(([item, { missingReason }]) => `${item}: ${missingReason ?? 'answered'}`),
  )
}

describe('the forms of a session', () => {
  it('hold everything on a quiet day', () => {
    const forms = sessionForms({ ...oneSessionRupture, at: {} }, 2)
    expect(Object.keys(forms).toSorted()).toEqual(['after', 'before', 'client', 'guess'])
    expect(reasons({}).every((reason) => reason.endsWith('answered'))).toBe(true)
  })

  it('are absent if the two did not meet', () => {
    expect(sessionForms(unrepairedRupture, 13)).toEqual({})
  })

  it('leave out a group that was not filled in, and the client who never rates', () => {
    const forms = sessionForms({ ...oneSessionRupture, at: { 2: { withoutForms: ['before', 'after'] } } }, 2)
    expect(Object.keys(forms).toSorted()).toEqual(['client', 'guess'])
    expect(sessionForms(neverRates, 3).client).toBeUndefined()
  })

  it('say which items were skipped', () => {
    expect(reasons({ skips: ['bond'] }).filter((reason) => !reason.endsWith('answered'))).toEqual([
      'bond: skipped',
    ])
  })

  it('have no answer from the item on at which the client stopped', () => {
    const stopped = reasons({ stopsAt: 'helpfulness' })
    expect(stopped.slice(0, 6).every((reason) => reason.endsWith('answered'))).toBe(true)
    expect(stopped.slice(6).every((reason) => reason.endsWith('stopped'))).toBe(true)
  })

  it('have no answer and no sentence if the client was not asked', () => {
    const forms = clientFormsWhere({ isClientNotAsked: true, comment: 'Not said.' })
    expect(forms.every(({ comment }) => comment === '')).toBe(true)
    expect(reasons({ isClientNotAsked: true }).every((reason) => reason.endsWith('not-asked'))).toBe(true)
  })
})

describe('the Before card of the next session', () => {
  it('asks how supportive and how inadequate the therapist feels, and comes from the therapist', () => {
    const form = comingBeforeForm(oneSessionRupture)
    expect(form).toMatchObject({
      rater: 'therapist',
      occasion: 'before',
      instrumentId: 'attune-feelings-before',
    })
    expect(Object.keys(form!.answers)).toEqual(['supportive', 'inadequate'])
  })

  it('is absent if the last meeting did not happen', () => {
    expect(comingBeforeForm(unrepairedRupture)).toBeNull()
  })
})

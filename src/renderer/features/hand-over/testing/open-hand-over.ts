import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { HandOverAnswers, HandOverForm } from '#shared/contract/operations/hand-over.ts'
import type { SeenTogether } from '#shared/overview/seen-together.ts'
import { AppError } from '#shared/contract/result.ts'
import { instrumentSchema } from '#shared/instruments/instrument.ts'
import { sessionIdSchema } from '#shared/records/ids.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { vaultStatus } from '#renderer/testing/vault-status.ts'
import { typedText } from '#renderer/testing/typed-text.ts'
import { HandOverScreen } from '../hand-over-screen.tsx'

const files = import.meta.glob<unknown>('../../../../../assets/instruments/*.json', {
  eager: true,
  import: 'default',
})
/** A form that is shipped with Attune. */
export const shippedForm = (id: string) =>
  instrumentSchema.parse(files[`../../../../../assets/instruments/${id}.json`])

const instruments = ['attune-alliance-client', 'attune-emotions-client'].map(shippedForm)
export const sessionId = sessionIdSchema.parse('2b4f5a3e-6a56-4a57-9f0b-0a4a5b8f6d10')
export const wordingId = (place: number) => `00000000-0000-4000-9000-00000000000${String(place)}`
export const passphrase = 'quiet harbour seven lamps'

export async function handOver(start: Partial<HandOverForm> & { pin?: string; seen?: SeenTogether } = {}) {
  let seen = start.seen ?? null
  let pinTriesLeft = start.pin === undefined ? 0 : 3
  const ownWords = start.ownWords ?? { isFirst: false, asked: [] }
  let given: HandOverAnswers = {
    answers: start.answers ?? {},
    comment: start.comment ?? '',
    ownRatings: start.ownRatings ?? {},
    declined: start.declined ?? [],
  }
  let isFinished = start.isFinished ?? false
  let isDiskFull = false
  let isBack = false
  const finishes: { stopped: boolean }[] = []
  const app = renderApp({
    at: '/',
    screens: { '/': HandOverScreen },
    state: () => (isBack ? 'open' : 'handOver'),
    handlers: {
      vault: {
        status: () =>
          vaultStatus({
            state: isBack ? 'open' : 'handOver',
            hasPin: start.pin !== undefined,
            pinTriesLeft,
          }),
      },
      handOver: {
        together: () => (seen === null ? null : { ...seen, views: seen.answer === 'yes' ? seen.views : [] }),
        agree: ({ agrees }) => {
          if (seen !== null) seen = { ...seen, answer: agrees ? 'yes' : 'no' }
          return undefined
        },
        form: () => ({
          instruments: start.instruments ?? instruments,
          ownWords,
          canDecline: start.canDecline ?? [],
          ...given,
          isFinished,
        }),
        saveAnswers: (answers) => {
          if (isDiskFull) throw new AppError('disk-full')
          given = answers
          return undefined
        },
        finish: (how) => {
          finishes.push(how)
          isFinished = true
          return undefined
        },
        return: (asked) => {
          if ('pin' in asked && pinTriesLeft === 0) throw new AppError('pin-used-up')
          if ('pin' in asked && typedText(asked.pin) !== start.pin) {
            pinTriesLeft -= 1
            throw new AppError('wrong-pin')
          }
          if ('passphrase' in asked && typedText(asked.passphrase) !== passphrase)
            throw new AppError('wrong-passphrase')
          isBack = true
          return { sessionId, hasRisk: false, wasSeenTogether: seen?.answer === 'yes' }
        },
      },
    },
  })
  await screen.findByRole('heading')
  return {
    ...app,
    user: userEvent.setup(),
    finishes,
    given: () => given,
    fillDisk: (isFull: boolean) => {
      isDiskFull = isFull
    },
  }
}

export const press = (name: string) => userEvent.setup().click(screen.getByRole('button', { name }))
export const question = (name: string) => within(screen.getByRole('radiogroup', { name }))

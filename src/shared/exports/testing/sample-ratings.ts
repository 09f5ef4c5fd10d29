import { createSampleCaseload } from '../../sample/create-sample-caseload.ts'
import { toExportedSession, type ExportedSession } from '../exported-ratings.ts'
import { createFinder, shippedInstruments } from './find-in.ts'

export const findShipped = createFinder(shippedInstruments)

const { clients, logs } = createSampleCaseload({
  today: '2026-03-18',
  zone: 'Europe/Oslo',
  now: '2026-03-18T10:20:00.000Z',
})

/** The fictional caseload as it leaves the vault, client by client. */
export const sampleRatings = (withWords: boolean): ExportedSession[] =>
  clients.flatMap(({ id, code }) =>
    logs
      .filter(({ session }) => session.clientId === id)
      .map(({ session, responses }) =>
        toExportedSession(
          { client: { code, isFictional: true }, session, responses, ownRatings: [] },
          findShipped,
          withWords,
        ),
      ),
  )

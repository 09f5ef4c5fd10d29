import { instrumentSchema, type Instrument } from '../../instruments/instrument.ts'
import { ownInstruments } from '../../instruments/own-instruments.ts'
import { seriesId, seriesOfClient, type ClientSeries } from '../client-series.ts'

const files = import.meta.glob<unknown>('../../../../assets/instruments/*.json', {
  eager: true,
  import: 'default',
})
const shipped = new Map(
  Object.values(files).map((file) => {
    const instrument = instrumentSchema.parse(file)
    return [instrument.id, instrument]
  }),
)

/** The newest version of a shipped instrument. */
export const newestShipped = (id: string): Instrument | null => shipped.get(id) ?? null

/** The versions of instruments that shipped first, by id; only those that have a later one. */
export const earlierShipped: ReadonlyMap<string, Instrument> = new Map(
  Object.values(
    import.meta.glob<unknown>('../../../../assets/instruments/earlier/*.1.json', {
      eager: true,
      import: 'default',
    }),
  ).map((file) => {
    const instrument = instrumentSchema.parse(file)
    return [instrument.id, instrument]
  }),
)

/** The series of all of Attune's own forms about a session. */
export const ownSeries: readonly ClientSeries[] = seriesOfClient([], {
  find: newestShipped,
  newest: newestShipped,
  always: [
    ownInstruments.allianceClient,
    ownInstruments.allianceTherapist,
    ownInstruments.sessionExperience,
    ownInstruments.ownEmpathy,
    ownInstruments.emotionsClient,
    ownInstruments.emotionsGuess,
  ],
  pooled: () => null,
}).series

/** The series that most tests rate. */
export const clientAlliance = seriesId('client', ownInstruments.allianceClient, 'alliance')
export const clientBond = seriesId('client', ownInstruments.allianceClient, 'bond')
export const therapistAlliance = seriesId('therapist', ownInstruments.allianceTherapist, 'alliance')

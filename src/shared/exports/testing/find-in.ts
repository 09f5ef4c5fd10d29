import { instrumentSchema, type Instrument } from '../../instruments/instrument.ts'
import type { FindInstrument } from '../exported-ratings.ts'

/** Finds an instrument among some. */
export function createFinder(instruments: readonly Instrument[]): FindInstrument {
  return (id, version) => {
    const found = instruments.find((each) => each.id === id && each.version === version)
    if (!found) throw new Error(`there is no ${id} in version ${version}`)
    return found
  }
}

const files = import.meta.glob('../../../../assets/instruments/**/*.json', { eager: true, import: 'default' })

/** Every instrument that comes with Attune, in every version. */
export const shippedInstruments = Object.values(files).map((file) => instrumentSchema.parse(file))

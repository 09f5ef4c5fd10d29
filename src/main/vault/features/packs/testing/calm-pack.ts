import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { instrumentSchema } from '#shared/instruments/instrument.ts'
import { assetsFolder } from '../../../testing/test-vault.ts'

/** A shipped instrument. */
export const gad7 = instrumentSchema.parse(
  JSON.parse(readFileSync(join(assetsFolder, 'instruments/gad-7.json'), 'utf8')),
)
/** A pack with the questions of the shipped one under an id of its own. */
export const calm = { ...gad7, id: 'calm', version: 1, title: 'Calm' }
/** The file of that pack, with changes. */
export const packText = (change: object = {}) => JSON.stringify({ ...calm, ...change })

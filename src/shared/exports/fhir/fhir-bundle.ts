import type { ExportedSession, FindInstrument, FormKind } from '../exported-ratings.ts'
import type { GrowingFile } from '../growing-file.ts'
import { questionnaireOf } from './write-questionnaire.ts'
import { patientOf, sessionEntries, type Entry } from './write-session.ts'

/** The name of the file with the FHIR bundle. */
export const fhirBundleName = 'ratings.fhir.json'

interface BundleParts {
  readonly find: FindInstrument
  /** Every form that the sessions hold. */
  readonly forms: readonly FormKind[]
  readonly withWords: boolean
  /** The instant of the export. */
  readonly now: string
  /** A new UUID. */
  readonly newId: () => string
}

/** All ratings as one FHIR R4 Bundle of the type collection, a resource on each line. */
export function fhirBundle({ find, forms, withWords, now, newId }: BundleParts): GrowingFile {
  const newUrl = (): string => `urn:uuid:${newId()}`
  const instruments = new Map(
    forms
      // A total that another program gave is no form that anybody could fill in.
      .filter(({ instrument }) => instrument.totalOf === undefined)
      .map(({ instrument }) => [`${instrument.id}@${instrument.version}`, instrument]),
  )
  const questionnaires = [...instruments.values()].map((instrument): Entry => {
    return { fullUrl: newUrl(), resource: questionnaireOf(instrument, withWords) }
  })
  let isFirst = questionnaires.length === 0
  let present: { readonly client: string; readonly patient: string } | null = null

  const linesOf = (entries: readonly Entry[]): string =>
    entries
      .map((entry) => {
        const line = `${isFirst ? '' : ','}\n${JSON.stringify(entry)}`
        isFirst = false
        return line
      })
      .join('')

  const add = (session: ExportedSession): string => {
    const { client } = session
    const isKnown = present?.client === client
    const patient = present !== null && isKnown ? present.patient : newUrl()
    present = { client, patient }
    const own: Entry[] = isKnown ? [] : [{ fullUrl: patient, resource: patientOf(session) }]
    return linesOf([...own, ...sessionEntries(session, { find, newUrl, patient })])
  }

  const head = `{"resourceType":"Bundle","type":"collection","timestamp":${JSON.stringify(now)},"entry":[`
  const first = questionnaires.map((entry) => `\n${JSON.stringify(entry)}`).join(',')
  return { name: fhirBundleName, start: `${head}${first}`, add, end: '\n]}\n' }
}

import type { Instrument } from '../../instruments/instrument.ts'
import type { ExportedForm } from '../exported-ratings.ts'
import { absentReasons, addresses, coreSystems } from './fhir-addresses.ts'
import type { FhirObject } from './write-questionnaire.ts'

/**
 * Totals that another program gave, as Observations alone: nobody filled in a form, so there is no response that they
 * could be derived from. A total of a known version has the code of the questionnaire's own score as well.
 */
export function totalObservations(
  { rater, occasion, recordedAt, answers }: ExportedForm,
  { id, version, title, items, scales, totalOf }: Instrument,
  { encounter, patient }: { readonly encounter: string; readonly patient: string },
): FhirObject[] {
  return items.flatMap((item): FhirObject[] => {
    // An item may have the id "constructor", which every object inherits.
    const answer = Object.hasOwn(answers, item.id) ? answers[item.id] : undefined
    const scale = scales.find((each) => each.items.includes(item.id))
    if (answer === undefined || scale === undefined) return []
    return [
      {
        resourceType: 'Observation',
        extension: [
          { url: addresses.rater, valueCode: rater },
          { url: addresses.occasion, valueCode: occasion },
        ],
        status: 'final',
        code: {
          coding: [
            { system: addresses.scales(id, version), code: scale.id, display: scale.title },
            ...(totalOf === undefined || totalOf.version === null
              ? []
              : [{ system: addresses.scales(totalOf.instrument, totalOf.version), code: scale.id }]),
          ],
          text: `${title}: ${scale.title}`,
        },
        subject: { reference: patient },
        encounter: { reference: encounter },
        effectiveDateTime: recordedAt,
        ...(answer.value === null
          ? {
              dataAbsentReason: {
                coding: [
                  { system: coreSystems.absent, code: absentReasons[answer.missingReason ?? 'skipped'] },
                ],
              },
            }
          : { valueQuantity: { value: answer.value } }),
        note: [{ text: item.text }],
      },
    ]
  })
}

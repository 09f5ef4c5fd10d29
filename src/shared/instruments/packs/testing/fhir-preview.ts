import type { Instrument } from '../../instrument.ts'
import { previewPack } from '../index.ts'
import type { PackChoices, PackReason } from '../index.ts'

/** The addresses of extensions begin with one of these. */
export const core = 'http://hl7.org/fhir/StructureDefinition/'
export const dataCapture = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-'

/** The items of PHQ-9 in LOINC, in their order. */
export const phq9Loinc: readonly string[] = [
  '44250-9',
  '44255-8',
  '44259-0',
  '44254-1',
  '44251-7',
  '44258-2',
  '44252-5',
  '44253-3',
  '44260-8',
]

/** Gives choices with one total over all items of an instrument, lower being better, and no risk item. */
export function choicesFor(instrument: Instrument): PackChoices {
  return {
    respondent: 'client',
    occasion: 'any',
    whoMayUse: instrument.whoMayUse,
    validationStatus: instrument.validationStatus,
    reversed: [],
    scales: [
      {
        id: 'total',
        title: `${instrument.title} total`,
        items: instrument.items.map(({ id }) => id),
        method: 'sum',
        direction: 'lower-is-better',
        missing: { minimumAnswered: instrument.items.length, prorate: false },
      },
    ],
    riskItems: [],
  }
}

/** Imports a questionnaire; throws with the problems if it is refused. */
export function imported(questionnaire: object, choices: unknown): Instrument {
  const preview = previewPack(JSON.stringify(questionnaire), choices)
  if (!preview.ok) throw new Error(JSON.stringify(preview.problems))
  return preview.instrument
}

/** Lists the problems of a questionnaire, each as place and reason. */
export function problemsOf(questionnaire: object, choices?: unknown): [place: string, reason: PackReason][] {
  const preview = previewPack(JSON.stringify(questionnaire), choices)
  return preview.ok ? [] : preview.problems.map(({ place, reason }) => [place, reason])
}

/** Lists the notes on the draft of a questionnaire, each as place and code. */
export function notesOf(questionnaire: object): [place: string, code: string][] {
  const preview = previewPack(JSON.stringify(questionnaire))
  return preview.ok ? [] : (preview.draft?.notes ?? []).map(({ place, code }) => [place, code])
}

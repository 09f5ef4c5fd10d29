import { z } from 'zod'
import { measureIdSchema } from '../../instruments/plain-text.ts'
import type { MissingReason } from '../../instruments/response.ts'
import { exportedFormSchema } from '../exported-ratings.ts'
import { absentReasons, addresses, coreSystems } from '../fhir/fhir-addresses.ts'
import { codeIn, codingIn, type ReadObservation } from './fhir-parts.ts'

/** A form as it comes together while a bundle is read. */
export type FormParts = Partial<z.input<typeof exportedFormSchema>> & {
  scores: Record<string, number | null>
}

const reasons = ['skipped', 'stopped', 'not-asked'] as const satisfies readonly MissingReason[]

/** What FHIR's code for a missing value stands for; null for a code that Attune doesn't write. */
export function missingReasonOf(code: string | undefined): MissingReason | null {
  return reasons.find((reason) => absentReasons[reason] === code) ?? null
}

/** How the address of every set of scales begins. */
const scalesStart = addresses.scales('', 0).slice(0, -'/0'.length)
const namedSchema = z.tuple([measureIdSchema, z.coerce.number()])
const saidSchema = exportedFormSchema.pick({ rater: true, occasion: true })

/** Adds a total that another program gave to the forms of its session. False if Attune did not write it. */
export function takeTotal(forms: FormParts[], observation: ReadObservation): boolean {
  const { extension, code, effectiveDateTime, valueQuantity, dataAbsentReason } = observation
  const [coding] = code.coding ?? []
  const system = coding?.system ?? ''
  const named = namedSchema.safeParse(system.slice(scalesStart.length).split('/'))
  const scale = measureIdSchema.safeParse(coding?.code)
  const said = saidSchema.safeParse({
    rater: codeIn(extension, addresses.rater),
    occasion: codeIn(extension, addresses.occasion),
  })
  if (!system.startsWith(scalesStart) || !named.success || !scale.success || !said.success) return false
  const value = valueQuantity?.value ?? null
  const reason =
    dataAbsentReason === undefined ? null : missingReasonOf(codingIn([dataAbsentReason], coreSystems.absent))
  if ((value === null) === (reason === null)) return false
  const [instrumentId, instrumentVersion] = named.data
  const { rater, occasion } = said.data
  const begun = forms.find(
    (form) =>
      form.instrumentId === instrumentId &&
      form.instrumentVersion === instrumentVersion &&
      form.rater === rater &&
      form.occasion === occasion,
  )
  const form: FormParts = begun ?? {
    ...said.data,
    instrumentId,
    instrumentVersion,
    recordedAt: effectiveDateTime,
    fromPaperAt: null,
    answers: {},
    words: [],
    comment: '',
    scores: {},
  }
  const { answers = {} } = form
  if (Object.hasOwn(answers, scale.data)) return false
  form.answers = { ...answers, [scale.data]: { value, missingReason: reason } }
  form.scores[scale.data] = value
  if (begun === undefined) forms.push(form)
  return true
}

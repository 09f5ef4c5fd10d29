import { z } from 'zod'

/** Every code that an operation can fail with; the renderer has words for each. */
export const errorCodes = [
  'not-available',
  'not-found',
  'invalid-input',
  'conflict',
  'internal',
  'passphrase-too-short',
  'passphrase-weak',
  'passphrase-of-vault',
  'wrong-passphrase',
  'proof-needed',
  'wrong-recovery-key',
  'recovery-key-mistyped',
  'recovery-key-not-set',
  'recovery-key-not-confirmed',
  'pin-common',
  'wrong-pin',
  'pin-used-up',
  'vault-exists',
  'vault-missing',
  'vault-empty',
  'vault-damaged',
  'vault-tampered',
  'vault-not-ours',
  'vault-newer',
  'vault-in-use',
  'vault-not-starting',
  'vault-read-only',
  'file-not-granted',
  'place-not-allowed',
  'place-missing',
  'place-read-only',
  'place-silent',
  'read-only',
  'vault-changed-underneath',
  'vault-being-replaced',
  'import-running',
  'self-test-failed',
  'backup-damaged',
  'backup-newer',
  'backup-not-ours',
  'backup-other-vault',
  'backup-folder-forgotten',
  'restore-expired',
  'backup-needs-secret',
  'set-aside-not-proven',
  'disk-full',
  'disk-error',
  'out-of-memory',
  'code-taken',
  'code-looks-alike',
  'name-taken',
  'rated-in-future',
  'rating-out-of-range',
  'guess-sealed',
  'status-not-possible',
  'removal-final',
  'pack-needed',
  'pack-in-use',
  'pack-superseded',
  'form-not-offered',
  'risk-not-acknowledged',
  'prompt-gone',
  'code-not-confirmed',
  'id-taken',
  'export-too-large',
  'nothing-to-export',
  'consent-missing',
  'nothing-to-share',
  'share-changed',
  'line-not-confirmed',
  'too-many-comments',
  'file-takes-too-long',
  'file-needs-too-much-memory',
  'reading-cancelled',
  'reading-failed',
] as const
export const errorCodeSchema = z.enum(errorCodes)
export type ErrorCode = (typeof errorCodes)[number]

/** The place of an error in the input: a path such as `log.responses.0.answers.bond`, never the value. */
export const placesSchema = z.array(z.string().max(200)).max(50)

export const resultSchema = z.lazy(() =>
  z.discriminatedUnion('ok', [
    // JSON drops an undefined value, so an empty answer arrives without one.
    z.strictObject({ ok: z.literal(true), value: z.unknown().optional() }),
    z.strictObject({ ok: z.literal(false), code: errorCodeSchema, places: placesSchema }),
  ]),
)
export type Result = { ok: true; value: unknown } | { ok: false; code: ErrorCode; places: string[] }

/** A failure with a code that the renderer has words for; carries places, never values. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly places: string[]
  constructor(code: ErrorCode, places: string[] = [], options?: ErrorOptions) {
    super(code, options)
    this.code = code
    this.places = places
  }
}

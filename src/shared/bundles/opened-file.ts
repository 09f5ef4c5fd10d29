import { z } from 'zod'
import { bundleHeadSchema } from './bundle.ts'
import { contactNameSchema } from './contact.ts'

const { number, madeAt } = bundleHeadSchema.shape

/** What a preview says of every opened file from another person, before it is imported. */
export const openedFileShape = {
  /** For the import; null for a file that changes nothing. */
  importId: z.uuid().nullable(),
  contact: z.strictObject({ id: z.uuid(), name: contactNameSchema }),
  number,
  madeAt,
  order: z.enum(['new', 'repeated', 'older']),
  /** Whether the sender's clock was ahead of this computer's by more than a day. */
  isFromFuture: z.boolean(),
} as const

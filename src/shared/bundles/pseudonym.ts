import { z } from 'zod'

/**
 * Accepts a client's name in bundles: eight of Crockford's 32 letters, 40 random bits, such as `7QF3-K9MW`. Never made
 * from anything that is known about the client.
 */
export const pseudonymSchema = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)

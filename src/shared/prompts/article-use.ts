import { z } from 'zod'
import { clientIdSchema, sessionIdSchema } from '../records/ids.ts'
import { promptSchema, promptSourceSchema, ruleIdSchema } from './prompt.ts'

const use = {
  ruleId: ruleIdSchema,
  title: promptSchema.shape.title,
  because: promptSchema.shape.because,
  /** The first of the study's findings that the prompt is based on. */
  effectId: promptSourceSchema.shape.effectId,
  /** Whether it is among the three shown prompts, or stands beneath one of them or waits behind them. */
  isShown: z.boolean(),
}

/** Where a study applies now: clients, sessions and own checks with a prompt based on it. */
export const articleUseSchema = z.strictObject({
  clients: z.array(
    z.strictObject({
      clientId: clientIdSchema,
      clientCode: z.string(),
      isFictional: z.boolean(),
      /** The session that the numbers come from. */
      sessionId: sessionIdSchema,
      sessionNumber: z.int().min(1),
      ...use,
    }),
  ),
  own: z.array(z.strictObject(use)),
})
export type ArticleUse = z.output<typeof articleUseSchema>

/** A rule based on a study, with the findings it uses. */
export const ruleOfArticleSchema = z.strictObject({
  ruleId: ruleIdSchema,
  title: promptSchema.shape.title,
  about: z.enum(['client', 'own']),
  effectIds: z.array(z.string()).min(1),
  isOn: z.boolean(),
})
export type RuleOfArticle = z.output<typeof ruleOfArticleSchema>

import { z } from 'zod'
import { articleUseSchema, ruleOfArticleSchema } from '../../prompts/article-use.ts'
import { promptSchema, ruleIdSchema } from '../../prompts/prompt.ts'
import {
  promptAnswerEntrySchema,
  promptAnswerIdSchema,
  promptAnswerSchema,
} from '../../prompts/prompt-answer.ts'
import { ruleSummarySchema } from '../../prompts/rule-summary.ts'
import { clientIdSchema } from '../../records/ids.ts'
import { nothing, vaultMutation, vaultQuery } from '../operation.ts'

const ofArticle = z.strictObject({ articleId: z.string().min(1).max(200) })

/** Where prompts apply, how they were answered, and which rules are on. The overview has a client's own prompts. */
export const prompts = {
  /** The prompts about the therapist's own checks, at most three. */
  own: vaultQuery({ input: nothing, output: z.array(promptSchema).max(3) }),
  /**
   * Saves an answer together with the current prompt. The same answer again changes nothing. Fails with `prompt-gone`
   * if the prompt no longer applies because its numbers have changed.
   */
  answer: vaultMutation({ input: promptAnswerEntrySchema, output: promptAnswerSchema }),
  /** Takes an answer back. Fails with `conflict` if a later one about the same client exists. */
  undo: vaultMutation({ input: z.strictObject({ id: promptAnswerIdSchema }), output: nothing }),
  /**
   * The answers about a client, newest first; null asks for those about the therapist's own checks, `area` for those of
   * one screen.
   */
  history: vaultQuery({
    input: z.strictObject({
      clientId: clientIdSchema.nullable(),
      area: z.enum(['wellbeing', 'supervision']).optional(),
    }),
    output: z.array(promptAnswerSchema),
  }),
  /** Every rule, with its current parameters and whether it is on. */
  rules: vaultQuery({ input: nothing, output: z.array(ruleSummarySchema) }),
  switchRule: vaultMutation({
    input: z.strictObject({ ruleId: ruleIdSchema, isOn: z.boolean() }),
    output: nothing,
  }),
  /** The clients, sessions and own checks to which a prompt based on this study applies now. */
  whereArticleApplies: vaultQuery({ input: ofArticle, output: articleUseSchema }),
  /** The rules based on this study. */
  rulesOfArticle: vaultQuery({ input: ofArticle, output: z.array(ruleOfArticleSchema) }),
}

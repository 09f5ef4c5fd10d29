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

/** Prompts: what applies where, what was answered, and which rules are on. A client's own stand in the overview. */
export const prompts = {
  /** Those about the therapist's own checks, at most three. */
  own: vaultQuery({ input: nothing, output: z.array(promptSchema).max(3) }),
  /**
   * Keeps an answer with the prompt as it stands now. The same answer again changes nothing; `prompt-gone` where
   * it is not there any more, because its numbers have changed.
   */
  answer: vaultMutation({ input: promptAnswerEntrySchema, output: promptAnswerSchema }),
  /** Takes an answer back while no later one about the same client stands after it; else `conflict`. */
  undo: vaultMutation({ input: z.strictObject({ id: promptAnswerIdSchema }), output: nothing }),
  /** What was answered about a client, newest first; null asks for what was answered about own checks. */
  history: vaultQuery({
    input: z.strictObject({ clientId: clientIdSchema.nullable() }),
    output: z.array(promptAnswerSchema),
  }),
  /** What was taken to supervision and has not been talked about, the longest waiting first. */
  listForSupervision: vaultQuery({
    input: nothing,
    output: z.array(z.strictObject({ answer: promptAnswerSchema, clientCode: z.string().nullable() })),
  }),
  setDiscussed: vaultMutation({
    input: z.strictObject({ id: promptAnswerIdSchema, isDiscussed: z.boolean() }),
    output: nothing,
  }),
  /** Every rule, with the parameters in force and whether it is on. */
  rules: vaultQuery({ input: nothing, output: z.array(ruleSummarySchema) }),
  switchRule: vaultMutation({
    input: z.strictObject({ ruleId: ruleIdSchema, isOn: z.boolean() }),
    output: nothing,
  }),
  /** The clients and sessions, and own checks, where a prompt that rests on this study applies now. */
  whereArticleApplies: vaultQuery({ input: ofArticle, output: articleUseSchema }),
  /** The rules that rest on this study. */
  rulesOfArticle: vaultQuery({ input: ofArticle, output: z.array(ruleOfArticleSchema) }),
}

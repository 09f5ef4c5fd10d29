import type { Handlers } from '#shared/contract/contract.ts'
import { AppError } from '#shared/contract/result.ts'
import {
  dismissalSubjects,
  keptPromptSchema,
  type PromptAnswer,
  type PromptAnswerEntry,
} from '#shared/prompts/prompt-answer.ts'
import { isAboutSupervision, isRule, rulesBasedOn, summariseRules } from '#shared/prompts/rule-summary.ts'
import type { ChosenPrompts } from '#shared/prompts/select-prompts.ts'
import { agendaItemIdSchema, newAgendaItem, type AgendaItem } from '#shared/supervision/agenda.ts'
import { change } from '../../database/change.ts'
import { createClientPrompts } from './client-prompts.ts'
import { chooseOwnPrompts } from './own-prompts.ts'
import { whereArticleApplies } from './where-article-applies.ts'
import type { Records } from '../../records/records.ts'

export function createPromptHandlers(records: Records): Handlers<'vault'>['prompts'] {
  const { context, clients, sessions, answers, agendaItems, formDrafts, switchedOff } = records
  const promptsOf = createClientPrompts(records)
  const { db } = context

  const chosenFor = (clientId: string | null): ChosenPrompts => {
    if (clientId === null) return chooseOwnPrompts(records)
    const client = clients.get(clientId)
    if (!client) throw new AppError('not-found', ['clientId'])
    return promptsOf(client)
  }

  const toAnswer = ({ promptSession, ...entry }: PromptAnswerEntry): PromptAnswer => {
    const { applying, currentSession } = chosenFor(entry.clientId)
    const prompt = applying.find(
      ({ ruleId, ruleVersion, sessionNumber }) =>
        ruleId === entry.ruleId && ruleVersion === entry.ruleVersion && sessionNumber === promptSession,
    )
    if (!prompt) throw new AppError('prompt-gone', ['ruleId'])
    const { title, because, numbers, suggestion, source, sessionNumber } = prompt
    return {
      ...entry,
      sessionNumber: currentSession,
      prompt: keptPromptSchema.parse({ title, because, numbers, suggestion, source, sessionNumber }),
      answeredAt: context.now().toISOString(),
      discussedAt: null,
    }
  }

  return {
    own: () => {
      const { applying, shown } = chosenFor(null)
      return applying.slice(0, shown)
    },
    answer: (entry) =>
      change(db, () => {
        const existing = answers.get(entry.id)
        if (existing) {
          if (!isSame(existing, entry)) throw new AppError('conflict', ['id'])
          return existing
        }
        const answer = toAnswer(entry)
        answers.insert(answer)
        if (answer.answer === 'supervision') agendaItems.insert(agendaItemOf(answer))
        // The rule does not speak again of this session nor of an earlier one, so nobody would find these notes.
        formDrafts.discardAllOf('prompt-dismissal', dismissalSubjects(entry))
        return answer
      }),
    undo: ({ id }) =>
      change(db, () => {
        const existing = answers.get(id)
        // The answer is already gone, as requested.
        if (!existing) return
        if (!answers.isNewest(existing)) throw new AppError('conflict', ['id'])
        answers.remove(id)
      }),
    history: ({ clientId, area }) =>
      answers
        .ofClient(clientId)
        .filter(
          ({ ruleId }) => area === undefined || isAboutSupervision(ruleId) === (area === 'supervision'),
        ),
    rules: () => summariseRules(records.articles.all(), switchedOff.all(), records.rules.read()),
    switchRule: ({ ruleId, isOn }) => {
      if (!isRule(ruleId)) throw new AppError('not-found', ['ruleId'])
      change(db, () => {
        if (isOn) switchedOff.switchOn(ruleId)
        else switchedOff.switchOff(ruleId, context.now().toISOString())
      })
    },
    whereArticleApplies: ({ articleId }) =>
      whereArticleApplies(
        {
          clients,
          promptsOf,
          ownPrompts: () => chosenFor(null),
          sessionWithNumber: sessions.idWithNumber,
        },
        articleId,
      ),
    rulesOfArticle: ({ articleId }) => rulesBasedOn(articleId, switchedOff.all()),
  }
}

/** The item that brings a prompt to supervision, under the id of its answer. */
function agendaItemOf({ id, clientId, answeredAt }: PromptAnswer): AgendaItem {
  return newAgendaItem({
    id: agendaItemIdSchema.parse(id),
    kind: 'prompt',
    clientId,
    promptAnswerId: id,
    createdAt: answeredAt,
  })
}

function isSame(kept: PromptAnswer, entry: PromptAnswerEntry): boolean {
  return (
    kept.clientId === entry.clientId &&
    kept.ruleId === entry.ruleId &&
    kept.ruleVersion === entry.ruleVersion &&
    kept.prompt.sessionNumber === entry.promptSession &&
    kept.answer === entry.answer &&
    kept.reason === entry.reason &&
    kept.note === entry.note
  )
}

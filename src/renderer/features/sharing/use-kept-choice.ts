import { useEffect, useRef } from 'react'
import { shareWhomKey, type ClientPart } from '#shared/sharing/share-choice.ts'
import { useQuietChange } from '#renderer/lib/change.ts'
import type { ShareForm } from './share-form.ts'

/**
 * Keeps what is chosen in the vault at each change, so that it survives a lock. Each client has a draft of their own, with
 * which they are erased. The question has another one, because it is typed. Gives what forgets the choice.
 */
export function useKeptChoice(form: ShareForm): () => Promise<void> {
  const save = useQuietChange('drafts.saveForm')
  const discard = useQuietChange('drafts.discardForm')
  const last = useRef(form)
  useEffect(() => {
    const before = last.current
    last.current = form
    const kept = form.clients.filter(
      (part) => choiceIn(before, part.clientId) !== choiceIn(form, part.clientId),
    )
    const gone = before.clients.filter(({ clientId }) => choiceIn(form, clientId) === null)
    const { recipients, withWellbeing } = form
    const [whom, whomBefore] = [form, before].map((each) =>
      JSON.stringify({ recipients: each.recipients, withWellbeing: each.withWellbeing }),
    )
    void Promise.all([
      ...kept.map((part) =>
        save({
          form: 'share-client',
          subject: part.clientId,
          clientId: part.clientId,
          content: JSON.stringify(part),
        }),
      ),
      ...gone.map(({ clientId }) => discard({ form: 'share-client', subject: clientId })),
      ...(whom === whomBefore
        ? []
        : [
            recipients.length === 0 && !withWellbeing
              ? discard(shareWhomKey)
              : save({
                  ...shareWhomKey,
                  clientId: null,
                  content: JSON.stringify({ recipients, withWellbeing }),
                }),
          ]),
    ])
      // A choice that could not be kept is still on the screen; after a lock it has to be made again.
      .catch(() => undefined)
  }, [form, save, discard])
  return async () => {
    for (const { clientId } of form.clients)
      for (const draft of ['share-question', 'share-client'] as const)
        await discard({ form: draft, subject: clientId })
    await discard(shareWhomKey)
  }
}

/** What is chosen of a client besides the question, to compare; null for a client who is not chosen. */
function choiceIn({ clients }: ShareForm, id: ClientPart['clientId']): string | null {
  const part = clients.find(({ clientId }) => clientId === id)
  return part === undefined ? null : JSON.stringify({ ...part, question: '' })
}

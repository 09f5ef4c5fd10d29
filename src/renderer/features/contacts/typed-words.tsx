import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fingerprintWords, type WordsCompared } from '#shared/bundles/words-compared.ts'
import type { ListedContact } from '#shared/contract/operations/contacts.ts'
import { useChange } from '#renderer/lib/change.ts'
import { Drafted, type FormDraft } from '#renderer/lib/drafted.tsx'
import { noteDraftOf, noteDraftSchema, type NoteDraft } from '#renderer/lib/note-draft.ts'
import { DraftNote } from '#renderer/parts/draft-note.tsx'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { useProof } from '#renderer/parts/keys/use-proof.tsx'
import { LimitedField } from '#renderer/parts/limited-field.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'

const longestWords = 2000

/**
 * A field for the words that the other person reads. Asks for the passphrase before they are compared; what is wrong is
 * said only then.
 */
export function TypedWords({ person, onSame }: { person: ListedContact; onSame: () => void }) {
  return (
    <Drafted form="contact-words" subject={person.id} clientId={null} schema={noteDraftSchema}>
      {(draft) => <DraftedWords person={person} draft={draft} onSame={onSame} />}
    </Drafted>
  )
}

function DraftedWords({
  person: { id, name },
  draft,
  onSame,
}: {
  person: ListedContact
  draft: FormDraft<NoteDraft>
  onSame: () => void
}) {
  const { t } = useTranslation()
  const comparing = useChange('contacts.compare')
  const proof = useProof('contacts.compare')
  const [typed, setTyped] = useState(draft.found?.typed.note ?? '')
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const isWrong = comparing.data !== undefined && comparing.data.kind !== 'same'
  useEffect(() => {
    // Once the dialog is gone that asked for the passphrase: until then it holds the focus.
    if (isWrong) field.current?.focus()
  }, [isWrong])
  const count = typed.match(/\p{L}+/gu)?.length ?? 0
  return (
    <>
      <form
        className={stackClass({ gap: 12 })}
        onSubmit={(event) => {
          event.preventDefault()
          if (typed.length > longestWords || comparing.isPending) return
          proof.ask((given) =>
            comparing.mutate(
              { id, typed, proof: given },
              {
                onSuccess: ({ kind }) => {
                  if (kind !== 'same') return
                  draft.finish()
                  onSame()
                },
              },
            ),
          )
        }}
      >
        <LimitedField
          ref={field}
          label={t('contacts.compare.label', { name })}
          description={t('contacts.compare.about')}
          value={typed}
          onChange={(next) => {
            comparing.reset()
            setTyped(next)
            draft.keep(noteDraftOf(next))
          }}
          limit={longestWords}
          multiline
          rows={2}
          spellCheck={false}
        />
        <p className={common['note']}>{t('contacts.compare.typed', { count })}</p>
        <DraftNote draft={draft} />
        {comparing.data === undefined ? null : <Compared compared={comparing.data} name={name} />}
        <FailureNotice failure={comparing.error} />
        <div>
          <Button type="submit" kind="primary" isDisabled={count === 0} isPending={comparing.isPending}>
            {t('contacts.compare.submit')}
          </Button>
        </div>
      </form>
      {proof.dialog}
    </>
  )
}

function Compared({ compared, name }: { compared: WordsCompared; name: string }) {
  const { t } = useTranslation()
  if (compared.kind === 'same') return null
  if (compared.kind === 'incomplete') return <p role="alert">{t('contacts.compare.incomplete')}</p>
  if (compared.kind === 'too-many')
    return <p role="alert">{t('contacts.compare.tooMany', { count: compared.typed - fingerprintWords })}</p>
  const { wrong } = compared
  return (
    <ErrorNotice title={t('contacts.compare.wrong', { count: wrong.length, places: wrong.map(String) })}>
      {t('contacts.compare.wrongText', { name })}
    </ErrorNotice>
  )
}

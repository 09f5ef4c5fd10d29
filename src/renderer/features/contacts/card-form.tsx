import { useRef, useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { FileTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { longestCardMessage } from '#shared/bundles/contact.ts'
import type { CardAdded, ListedContact } from '#shared/contract/operations/contacts.ts'
import { useChange } from '#renderer/lib/change.ts'
import { Drafted, type FormDraft } from '#renderer/lib/drafted.tsx'
import { noteDraftOf, noteDraftSchema, type NoteDraft } from '#renderer/lib/note-draft.ts'
import { readTextFile } from '#renderer/lib/read-text-file.ts'
import { DraftNote } from '#renderer/parts/draft-note.tsx'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { LimitedField } from '#renderer/parts/limited-field.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import { CardOutcome } from './card-outcome.tsx'
import { SameName } from './same-name.tsx'

interface CardFormParts {
  /** The contact whose later card it is; null for a person who is not on the list. */
  readonly contactId: string | null
  /** Called once the card has changed something, with the contact whose words are to be compared. */
  readonly onAdded: (contact: ListedContact) => void
}

/** Adds a card that is pasted or in a file: of a new person, or a later one of a contact. */
export function CardForm({ contactId, onAdded }: CardFormParts) {
  return (
    <Drafted form="card-text" subject={contactId ?? 'new'} clientId={null} schema={noteDraftSchema}>
      {(draft) => <DraftedCardForm contactId={contactId} onAdded={onAdded} draft={draft} />}
    </Drafted>
  )
}

function DraftedCardForm({ contactId, onAdded, draft }: CardFormParts & { draft: FormDraft<NoteDraft> }) {
  const { t } = useTranslation()
  const adding = useChange('contacts.add')
  const reading = useMutation({
    mutationFn: (file: File) => readTextFile(file, longestCardMessage),
    onSuccess: (read) => {
      if (read.ok) add(read.text)
    },
  })
  const [text, setText] = useState(draft.found?.typed.note ?? '')
  const [asked, setAsked] = useState<{ text: string; contact: ListedContact } | null>(null)
  // After the question the field shows again, with the focus.
  const [isBack, setIsBack] = useState(false)
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const isEmpty = text.trim() === ''

  const finish = (given: string, outcome: CardAdded): void => {
    setAsked(outcome.kind === 'same-name' ? { text: given, contact: outcome.contact } : null)
    if (outcome.kind === 'refused' || outcome.kind === 'same-name' || outcome.kind === 'key-of-another')
      return
    setText('')
    draft.finish()
    if (outcome.kind === 'known') field.current?.focus()
    else onAdded(outcome.contact)
  }
  const add = (given: string, whose: { contactId?: string; name?: string } = {}): void =>
    adding.mutate(
      { text: given, contactId, name: null, ...whose },
      { onSuccess: (outcome) => finish(given, outcome) },
    )
  const forget = (): void => {
    adding.reset()
    reading.reset()
    setAsked(null)
  }

  return (
    <div className={stackClass({ gap: 16 })}>
      {asked === null ? (
        <form
          className={stackClass({ gap: 12 })}
          onSubmit={(event) => {
            event.preventDefault()
            if (!isEmpty && text.length <= longestCardMessage && !adding.isPending) add(text)
          }}
        >
          <LimitedField
            ref={field}
            label={t('contacts.add.label')}
            value={text}
            onChange={(next) => {
              forget()
              setText(next)
              draft.keep(noteDraftOf(next))
            }}
            limit={longestCardMessage}
            multiline
            rows={4}
            spellCheck={false}
            takesFocus={isBack}
          />
          <DraftNote draft={draft} />
          <Stack direction="row" gap={8} lineGap={8}>
            <Button type="submit" isDisabled={isEmpty} isPending={adding.isPending}>
              {t('contacts.add.submit')}
            </Button>
            <FileTrigger
              onSelect={(files) => {
                const chosen = files?.[0]
                if (chosen === undefined) return
                forget()
                reading.mutate(chosen)
              }}
            >
              <Button>{t('contacts.add.file')}</Button>
            </FileTrigger>
          </Stack>
        </form>
      ) : (
        <SameName
          contact={asked.contact}
          onSame={() => add(asked.text, { contactId: asked.contact.id })}
          onOther={(name) => add(asked.text, { name })}
          onBack={() => {
            forget()
            setIsBack(true)
          }}
        />
      )}
      {reading.isError || reading.data?.ok === false ? (
        <ErrorNotice title={t('contacts.add.unreadable')}>{t('contacts.add.unreadableAdvice')}</ErrorNotice>
      ) : null}
      {adding.data === undefined ? null : <CardOutcome outcome={adding.data} />}
      <FailureNotice failure={adding.error} />
    </div>
  )
}

import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { contactNameSchema } from '#shared/bundles/contact.ts'
import type { OwnCard } from '#shared/contract/operations/contacts.ts'
import { useChange } from '#renderer/lib/change.ts'
import { Drafted, type FormDraft } from '#renderer/lib/drafted.tsx'
import { noteDraftOf, noteDraftSchema, type NoteDraft } from '#renderer/lib/note-draft.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { DraftNote } from '#renderer/parts/draft-note.tsx'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import { CardActions } from './card-actions.tsx'
import { NameField } from './name-field.tsx'

/** The user's own card: asks for a name once, then shows how to give the card away. */
export function OwnCardCard({ own }: { own: OwnCard | null }) {
  const { t } = useTranslation()
  const isReadOnly = useReadOnly() !== null
  const [isRenaming, setIsRenaming] = useState(false)
  const title = useRef<HTMLHeadingElement>(null)
  const isAsking = !isReadOnly && (own === null || isRenaming)
  return (
    <Card title={t('contacts.own.title')} titleRef={title}>
      <p>{t('contacts.own.lead')}</p>
      {own === null && isReadOnly ? <p>{t('contacts.own.none')}</p> : null}
      {isAsking ? (
        <Drafted form="own-card" subject="own" clientId={null} schema={noteDraftSchema}>
          {(draft) => (
            <OwnCardForm
              name={own?.name ?? null}
              draft={draft}
              onDone={() => {
                setIsRenaming(false)
                // The button that was pressed goes away.
                title.current?.focus()
              }}
            />
          )}
        </Drafted>
      ) : null}
      {own === null || isAsking ? null : (
        <>
          <p>{t('contacts.own.madeFor', { name: own.name })}</p>
          <CardActions own={own} onRename={isReadOnly ? null : () => setIsRenaming(true)} />
        </>
      )}
    </Card>
  )
}

function OwnCardForm({
  name,
  draft,
  onDone,
}: {
  /** The name that the card has; null if there is no card yet. */
  name: string | null
  draft: FormDraft<NoteDraft>
  onDone: () => void
}) {
  const { t } = useTranslation()
  const making = useChange('contacts.makeCard')
  const [typed, setTyped] = useState(draft.found?.typed.note ?? name ?? '')
  const isNamed = contactNameSchema.safeParse(typed).success
  return (
    <form
      className={stackClass({ gap: 12 })}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isNamed || making.isPending) return
        making.mutate(
          { name: typed },
          {
            onSuccess: () => {
              draft.finish()
              onDone()
            },
          },
        )
      }}
    >
      <NameField
        label={t('contacts.own.name')}
        description={t('contacts.own.nameAbout')}
        value={typed}
        onChange={(next) => {
          making.reset()
          setTyped(next)
          draft.keep(next === name ? null : noteDraftOf(next))
        }}
      />
      <DraftNote draft={draft} />
      <FailureNotice failure={making.error} />
      <Stack direction="row" gap={8}>
        <Button type="submit" kind="primary" isDisabled={!isNamed} isPending={making.isPending}>
          {t(name === null ? 'contacts.own.make' : 'contacts.own.saveName')}
        </Button>
        {name === null ? null : (
          <Button
            kind="quiet"
            onPress={() => {
              draft.discard()
              onDone()
            }}
          >
            {t('contacts.own.keepName')}
          </Button>
        )}
      </Stack>
    </form>
  )
}

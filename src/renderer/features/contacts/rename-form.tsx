import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { contactNameSchema } from '#shared/bundles/contact.ts'
import type { ListedContact } from '#shared/contract/operations/contacts.ts'
import { useChange } from '#renderer/lib/change.ts'
import { Drafted, type FormDraft } from '#renderer/lib/drafted.tsx'
import { noteDraftSchema, type NoteDraft } from '#renderer/lib/note-draft.ts'
import { DraftNote } from '#renderer/parts/draft-note.tsx'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'
import { NameField } from './name-field.tsx'

/** Gives a person another name on the user's own list. */
export function RenameForm({ person }: { person: ListedContact }) {
  return (
    <Drafted form="contact-name" subject={person.id} clientId={null} schema={noteDraftSchema}>
      {(draft) => <DraftedName person={person} draft={draft} />}
    </Drafted>
  )
}

function DraftedName({
  person: { id, name },
  draft,
}: {
  person: ListedContact
  draft: FormDraft<NoteDraft>
}) {
  const { t } = useTranslation()
  const renaming = useChange('contacts.rename')
  const [typed, setTyped] = useState(draft.found?.typed.note ?? name)
  const isChanged = typed.trim() !== name
  return (
    <form
      className={stackClass({ gap: 12 })}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isChanged || !contactNameSchema.safeParse(typed).success || renaming.isPending) return
        renaming.mutate({ id, name: typed }, { onSuccess: draft.finish })
      }}
    >
      <NameField
        label={t('contacts.rename.label')}
        value={typed}
        onChange={(next) => {
          renaming.reset()
          setTyped(next)
          draft.keep(next === name ? null : { note: next })
        }}
      />
      <DraftNote draft={draft} />
      <FailureNotice failure={renaming.error} />
      <Stack direction="row" gap={16} align="centre">
        <Button type="submit" isPending={renaming.isPending}>
          {t('contacts.rename.submit')}
        </Button>
        <output className={common['note']}>
          {renaming.isSuccess && !isChanged ? t('contacts.rename.saved') : ''}
        </output>
      </Stack>
    </form>
  )
}

import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedItem } from '#shared/supervision/agenda.ts'
import { longestAgreement } from '#shared/supervision/meeting.ts'
import { Drafted, type FormDraft } from '#renderer/lib/drafted.tsx'
import { noteDraftOf, noteDraftSchema, type NoteDraft } from '#renderer/lib/note-draft.ts'
import { LimitedField } from '#renderer/parts/limited-field.tsx'

/** What was typed about one item, and what removes its draft once it is saved. */
export interface Agreed {
  readonly text: string
  readonly finish: () => void
}

interface AgreementFieldProps {
  readonly item: ListedItem
  readonly name: string
  /** Called with the text at first and after each change; null when the field goes. */
  readonly onAgreed: (agreed: Agreed | null) => void
  /** Called when the user types. */
  readonly onType: () => void
}

/** Asks what was agreed about a client. Its draft belongs to the client, so that it is erased with the client. */
export function AgreementField(props: AgreementFieldProps) {
  const { id, clientId } = props.item
  return (
    <Drafted form="supervision-agreement" subject={id} clientId={clientId} schema={noteDraftSchema}>
      {(draft) => <DraftedAgreement {...props} draft={draft} />}
    </Drafted>
  )
}

function DraftedAgreement({
  name,
  onAgreed,
  onType,
  draft,
}: AgreementFieldProps & { draft: FormDraft<NoteDraft> }) {
  const { t } = useTranslation()
  const [text, setText] = useState(draft.found?.typed.note ?? '')
  useEffect(() => {
    onAgreed({ text, finish: draft.finish })
    return () => onAgreed(null)
  })
  return (
    <LimitedField
      label={t('supervision.meeting.agreed', { name })}
      value={text}
      onChange={(next) => {
        setText(next)
        draft.keep(noteDraftOf(next))
        onType()
      }}
      limit={longestAgreement}
    />
  )
}

import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Session } from '#shared/records/session.ts'
import { longestNote } from '#shared/records/text.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { useChange } from '#renderer/lib/change.ts'
import { Drafted, type FormDraft } from '#renderer/lib/drafted.tsx'
import { noteDraftOf, noteDraftSchema, type NoteDraft } from '#renderer/lib/note-draft.ts'
import { DraftNote } from '#renderer/parts/draft-note.tsx'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { LimitedField } from '#renderer/parts/limited-field.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'

/** Asks for a line on what was said when both looked at the session. It survives a lock. */
export function SaidCard({ session: { id, clientId } }: { session: Pick<Session, 'id' | 'clientId'> }) {
  const { t } = useTranslation()
  const kept = useAsk('together.ofSession', { sessionId: id })
  if (!kept.isFetched) return null
  return (
    <Card title={t('together.line.title')}>
      <FailureNotice failure={kept.error} />
      <Drafted form="said-together" subject={id} clientId={clientId} schema={noteDraftSchema}>
        {(draft) => <SaidForm sessionId={id} draft={draft} kept={kept.data?.said ?? ''} />}
      </Drafted>
    </Card>
  )
}

function SaidForm({
  sessionId,
  draft,
  kept,
}: {
  sessionId: Session['id']
  draft: FormDraft<NoteDraft>
  kept: string
}) {
  const { t } = useTranslation()
  const [said, setSaid] = useState(draft.found?.typed.note ?? kept)
  const [isKept, setIsKept] = useState(false)
  const box = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const saying = useChange('together.say')
  const keep = () => {
    if (said.length > longestNote) box.current?.focus()
    else
      saying.mutate(
        { sessionId, said },
        {
          onSuccess: () => {
            draft.finish()
            setIsKept(true)
          },
        },
      )
  }
  return (
    <>
      <LimitedField
        label={t('together.line.label')}
        description={t('together.line.note')}
        value={said}
        onChange={(next) => {
          setSaid(next)
          setIsKept(false)
          draft.keep(noteDraftOf(next))
        }}
        limit={longestNote}
        ref={box}
      />
      <DraftNote draft={draft} />
      <FailureNotice failure={saying.error} />
      <div>
        <Button onPress={keep} isPending={saying.isPending}>
          {t('together.line.save')}
        </Button>
      </div>
      {isKept ? <output>{t('together.line.kept')}</output> : null}
    </>
  )
}

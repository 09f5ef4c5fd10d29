import { useTranslation } from 'react-i18next'
import { agendaItemIdSchema, longestLine } from '#shared/supervision/agenda.ts'
import { useChange } from '#renderer/lib/change.ts'
import { Drafted } from '#renderer/lib/drafted.tsx'
import { noteDraftSchema } from '#renderer/lib/note-draft.ts'
import { LineEntry } from '#renderer/parts/line-entry.tsx'

/** Adds a line of one's own to the agenda. */
export function LineForm() {
  const { t } = useTranslation()
  const adding = useChange('supervision.add')
  return (
    <Drafted form="agenda-line" subject="new" clientId={null} schema={noteDraftSchema}>
      {(draft) => (
        <LineEntry
          draft={draft}
          label={t('supervision.line.label')}
          description={t('supervision.line.description')}
          addLabel={t('supervision.line.add')}
          limit={longestLine}
          adding={adding}
          onAdd={({ id, line }, onAdded) =>
            adding.mutate({ id: agendaItemIdSchema.parse(id), kind: 'own', line }, { onSuccess: onAdded })
          }
        />
      )}
    </Drafted>
  )
}

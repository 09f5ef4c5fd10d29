import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DoneImport } from '#shared/imports/import-preview.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { useChange } from '#renderer/lib/change.ts'
import { timeOf } from '#renderer/lib/dates.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { ReadingFile, useGiveUpOnLeaving } from '#renderer/parts/reading-file.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'
import { mainPart } from './main-part.ts'

/** What a line about an import can name, in order. */
const lineParts = ['forms', 'newClients', 'newSessions', 'ownRatings', 'texts'] as const
/** What the sentence after an import names beside its main part. */
const besideMain = ['ownRatings', 'texts'] as const

/** Lists the imports that can be undone. `imported` is what the one that was just done has brought. */
export function DoneCard({ imported }: { imported: DoneImport['brought'] | null }) {
  const { t } = useTranslation()
  const { data = [] } = useAsk('imports.done')
  const [kept, setKept] = useState<number | null>(null)
  const undo = useChange('imports.undo', { onSuccess: (taken) => setKept(taken.kept) })
  const pressed = useRef<HTMLButtonElement>(null)
  useGiveUpOnLeaving(undo.isPending)
  const listOf = (brought: DoneImport['brought'], parts: readonly (typeof lineParts)[number][]): string =>
    parts
      .filter((part) => brought[part] > 0)
      .map((part) => t(`imports.done.brought.${part}`, { count: brought[part] }))
      .join(', ')
  const importedWords = (all: DoneImport['brought']): string => {
    const { part, count } = mainPart(all)
    const main = t(`imports.done.imported.${part}`, { count })
    const brought = listOf(
      all,
      besideMain.filter((each) => each !== part),
    )
    return brought === '' ? main : `${main} ${t('imports.done.also', { brought })}`
  }
  const words =
    kept !== null
      ? kept === 0
        ? t('imports.done.undone')
        : t('imports.done.kept', { count: kept })
      : imported === null
        ? ''
        : importedWords(imported)
  return (
    <>
      <output>{words}</output>
      {data.length === 0 ? null : (
        <Card title={t('imports.done.title')}>
          <p className={common['note']}>{t('imports.done.about')}</p>
          {data.map((done) => (
            <Stack key={done.id} direction="row" justify="between" align="centre">
              <span>
                {t('imports.done.line', {
                  time: timeOf(done.at),
                  brought: listOf(done.brought, lineParts),
                })}
              </span>
              <Button
                ref={undo.variables?.id === done.id ? pressed : null}
                isPending={undo.isPending && undo.variables.id === done.id}
                onPress={() => {
                  setKept(null)
                  undo.mutate({ id: done.id })
                }}
              >
                {t('imports.done.undo')}
              </Button>
            </Stack>
          ))}
          {undo.isPending ? (
            <ReadingFile
              name=""
              showsProgress
              beginsWith="taking-back"
              onCancel={() => {
                pressed.current?.focus()
                undo.reset()
              }}
            />
          ) : null}
          <FailureNotice failure={undo.error} />
        </Card>
      )}
    </>
  )
}

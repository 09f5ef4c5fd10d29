import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '#renderer/lib/ask.ts'
import { useChange } from '#renderer/lib/change.ts'
import { codeOf, wordsForFailure } from '#renderer/lib/error-words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'

/** Loads or removes the fictional caseload; offers only the one that is possible. */
export function SampleCard() {
  const { t } = useTranslation()
  const [isAsking, setIsAsking] = useState(false)
  const status = useAsk('vault.status')
  const load = useChange('sample.load')
  const remove = useChange('sample.remove', {
    onSettled: () => setIsAsking(false),
  })
  const hasSample = status.data?.hasSample ?? false
  const done = hasSample
    ? load.data && t('settings.sample.loaded', { count: load.data.clients, sessions: load.data.sessions })
    : remove.data && t('settings.sample.removed', { count: remove.data.clients })
  return (
    <Card title={t('settings.sample.title')}>
      <p>{hasSample ? t('settings.sample.present') : t('settings.sample.absent')}</p>
      <Stack direction="row" gap={12}>
        {hasSample ? (
          <Button onPress={() => setIsAsking(true)}>{t('settings.sample.remove')}</Button>
        ) : (
          <Button isPending={load.isPending} onPress={() => load.mutate()}>
            {load.isPending ? t('settings.sample.loading') : t('settings.sample.load')}
          </Button>
        )}
        <output className={common['note']}>{done}</output>
      </Stack>
      <SampleFailure failure={load.error ?? remove.error} />
      <RemoveSampleDialog
        isOpen={isAsking}
        isRemoving={remove.isPending}
        onClose={() => setIsAsking(false)}
        onRemove={() => remove.mutate()}
      />
    </Card>
  )
}

function SampleFailure({ failure }: { failure: unknown }) {
  const { t } = useTranslation()
  if (failure === null) return null
  const isCodeTaken = codeOf(failure) === 'code-taken'
  const { title, advice } = isCodeTaken
    ? { title: t('settings.sample.codeTaken'), advice: t('settings.sample.codeTakenAdvice') }
    : wordsForFailure(t, failure)
  return <ErrorNotice title={title}>{advice}</ErrorNotice>
}

/** Says what goes and what stays, before the fictional caseload is removed. */
function RemoveSampleDialog({
  isOpen,
  isRemoving,
  onClose,
  onRemove,
}: {
  isOpen: boolean
  isRemoving: boolean
  onClose: () => void
  onRemove: () => void
}) {
  const { t } = useTranslation()
  return (
    <Dialog
      title={t('settings.sample.question')}
      role="alertdialog"
      isOpen={isOpen}
      isDismissable={!isRemoving}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} isDisabled={isRemoving}>
            {t('settings.sample.cancel')}
          </Button>
          <Button kind="danger" isPending={isRemoving} onPress={onRemove}>
            {isRemoving ? t('settings.sample.removing') : t('settings.sample.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('settings.sample.removes')}</p>
      <p>{t('settings.sample.keeps')}</p>
    </Dialog>
  )
}

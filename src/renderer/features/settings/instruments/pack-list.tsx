import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PackListItem } from '#shared/contract/operations/packs.ts'
import { useChange } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import { DescribePack } from './describe-pack.tsx'
import { InstrumentView } from './instrument-view.tsx'
import { packActions, type PackAction } from './use-packs.ts'
import common from '#renderer/ui/common.module.css'
import styles from './instruments.module.css'

/** Lists all instruments, the offered and the retired separately. */
export function PackList({ packs }: { packs: readonly PackListItem[] }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<{ action: PackAction; pack: PackListItem } | null>(null)
  const [done, setDone] = useState('')
  const retired = packs.filter(({ state }) => state === 'retired')
  const groups = [
    { id: 'offered', packs: packs.filter(({ state }) => state === 'offered') },
    { id: 'retired', packs: retired },
  ] as const
  return (
    <>
      <output className={styles['done']}>{done}</output>
      {groups.map((group) => (
        <Card key={group.id} title={t(`packs.list.${group.id}`)}>
          {group.packs.length === 0 ? (
            <p className={common['note']}>{t('packs.list.noneRetired')}</p>
          ) : (
            <ul className={joinClasses(common['divided'], styles['packs'])}>
              {group.packs.map((pack) => (
                <PackRow
                  key={`${pack.instrument.id}@${String(pack.instrument.version)}`}
                  pack={pack}
                  onAction={(action) => setAsked({ action, pack })}
                />
              ))}
            </ul>
          )}
        </Card>
      ))}
      {asked === null ? null : (
        <PackActionDialog
          action={asked.action}
          pack={asked.pack}
          onClose={() => setAsked(null)}
          onDone={() => {
            const { title, version } = asked.pack.instrument
            setDone(t(`packs.action.${asked.action}.done`, { title, version }))
            setAsked(null)
          }}
        />
      )}
    </>
  )
}

/** Explains retiring, offering again or removing, and does it on confirmation. */
function PackActionDialog({
  action,
  pack,
  onClose,
  onDone,
}: {
  action: PackAction
  pack: PackListItem
  onClose: () => void
  onDone: () => void
}) {
  const { t } = useTranslation()
  const run = useChange(`packs.${action}`)
  const { id, title, version } = pack.instrument
  return (
    <Dialog
      title={t(`packs.action.${action}.title`, { title, version })}
      role={action === 'remove' ? 'alertdialog' : 'dialog'}
      isOpen
      isDismissable={!run.isPending}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} isDisabled={run.isPending}>
            {t('packs.action.cancel')}
          </Button>
          <Button
            kind={action === 'remove' ? 'danger' : 'primary'}
            isPending={run.isPending}
            onPress={() => run.mutate({ id, version }, { onSuccess: onDone })}
          >
            {run.isPending ? t('packs.action.working') : t(`packs.action.${action}.confirm`)}
          </Button>
        </>
      }
    >
      <p>{t(`packs.action.${action}.text`)}</p>
      <FailureNotice failure={run.error} />
    </Dialog>
  )
}

/** One version of an instrument: who answers it, its origin, its terms, and its actions. */
function PackRow({ pack, onAction }: { pack: PackListItem; onAction: (action: PackAction) => void }) {
  const { t } = useTranslation()
  const { instrument, actions } = pack
  const { title, version } = instrument
  const can = {
    retire: actions.canRetire,
    offerAgain: actions.canOfferAgain,
    remove: actions.canRemove,
  }
  const possible = packActions.filter((action) => can[action])
  return (
    <li className={stackClass({ gap: 8 })}>
      <Stack direction="row" gap={16} lineGap={8} align="centre" justify="between">
        <h3>
          {title}{' '}
          <span className={joinClasses(common['note'], styles['version'])}>
            {t('packs.list.version', { version })}
          </span>
        </h3>
        <Stack direction="row" gap={8}>
          {possible.map((action) => (
            <Button key={action} kind="quiet" onPress={() => onAction(action)}>
              {t(`packs.list.${action}`)}{' '}
              <VisuallyHidden>{t('packs.list.of', { title, version })}</VisuallyHidden>
            </Button>
          ))}
        </Stack>
      </Stack>
      <p className={stackClass({ direction: 'row', gap: 8 })}>
        <Tag>
          {pack.importedAt === null
            ? t('packs.list.shipped')
            : t('packs.list.imported', { date: new Date(pack.importedAt) })}
        </Tag>
        <Tag>{pack.isUsed ? t('packs.list.used') : t('packs.list.unused')}</Tag>
        {instrument.riskItems.length > 0 ? <Tag kind="risk">{t('packs.list.asksAboutRisk')}</Tag> : null}
      </p>
      <p>
        {t('packs.view.givenText', {
          who: t(`packs.view.respondent.${instrument.respondent}`),
          when: t(`packs.view.occasion.${instrument.occasion}`),
        })}
        {'; '}
        {t('packs.view.itemCount', { count: instrument.items.length })}
      </p>
      <p className={common['note']}>{instrument.licence}</p>
      <p className={common['note']}>{instrument.validationStatus}</p>
      {possible.length === 0 ? (
        <p className={common['note']}>
          {t(pack.isSuperseded === true ? 'packs.list.superseded' : 'packs.list.needed')}
        </p>
      ) : null}
      <Disclosure title={t('packs.list.details', { title, version })} level={4}>
        <InstrumentView instrument={instrument} />
      </Disclosure>
      {pack.origin === 'imported' ? <DescribePack instrument={instrument} /> : null}
    </li>
  )
}

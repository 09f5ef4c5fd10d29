import { useTranslation } from 'react-i18next'
import type { PackListItem } from '#shared/contract/operations/packs.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { stackClass } from '#renderer/ui/stack-class.ts'
import { Stack } from '#renderer/ui/stack.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import { InstrumentView } from './instrument-view.tsx'
import { packActions, type PackAction } from './use-packs.ts'
import styles from './instruments.module.css'

/** One version of an instrument: who answers it, its origin, its terms, and its actions. */
export function PackRow({ pack, onAction }: { pack: PackListItem; onAction: (action: PackAction) => void }) {
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
    <li className={styles['pack']}>
      <Stack direction="row" gap={16} lineGap={8} align="centre" justify="between">
        <h3>
          {title} <span className={styles['version']}>{t('packs.list.version', { version })}</span>
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
      <p className={styles['note']}>{instrument.licence}</p>
      <p className={styles['note']}>{instrument.validationStatus}</p>
      {possible.length === 0 ? <p className={styles['note']}>{t('packs.list.needed')}</p> : null}
      <Disclosure title={t('packs.list.details', { title, version })} level={4}>
        <InstrumentView instrument={instrument} />
      </Disclosure>
    </li>
  )
}

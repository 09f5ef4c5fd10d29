import { useTranslation } from 'react-i18next'
import type { ReactNode } from 'react'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { ItemList } from './item-list.tsx'
import { ScaleList } from './scale-list.tsx'
import styles from './instruments.module.css'

/** A whole instrument as stored: its questions, its scoring, and its terms of use. */
export function InstrumentView({ instrument }: { instrument: Instrument }) {
  const { t } = useTranslation()
  const { words = [], cutoffs = [], changeThreshold } = instrument
  const titleOf = (id: string) => instrument.scales.find((scale) => scale.id === id)?.title ?? id
  return (
    <dl className={styles['facts']}>
      <Fact name={t('packs.view.measures')}>{instrument.measures}</Fact>
      <Fact name={t('packs.view.given')}>
        {t('packs.view.givenText', {
          who: t(`packs.view.respondent.${instrument.respondent}`),
          when: t(`packs.view.occasion.${instrument.occasion}`),
        })}
      </Fact>
      <Fact name={t('packs.view.instruction')}>{instrument.instruction}</Fact>
      <Fact name={t('packs.view.items')}>
        <ItemList instrument={instrument} />
      </Fact>
      {words.length === 0 ? null : (
        <Fact name={t('packs.view.words')}>{words.map(({ text }) => text).join(', ')}</Fact>
      )}
      <Fact name={t('packs.view.scales')}>
        <ScaleList instrument={instrument} />
      </Fact>
      <Fact name={t('packs.view.thresholds')}>
        {changeThreshold === undefined ? null : (
          <p>
            {t('packs.view.change', {
              points: changeThreshold.points,
              scale: titleOf(changeThreshold.scale),
              source: changeThreshold.source,
            })}
          </p>
        )}
        {cutoffs.map(({ scale, value, meaning, source }) => (
          <p key={`${scale} ${String(value)}`}>
            {t('packs.view.cutoff', { value, scale: titleOf(scale), meaning, source })}
          </p>
        ))}
        {changeThreshold === undefined && cutoffs.length === 0 ? t('packs.view.noThresholds') : null}
      </Fact>
      {(['licence', 'attribution', 'whoMayUse', 'validationStatus', 'id'] as const).map((field) => (
        <Fact key={field} name={t(`packs.view.${field}`)}>
          {instrument[field]}
        </Fact>
      ))}
      {instrument.privateByDefault === true ? (
        <Fact name={t('packs.view.privacy')}>{t('packs.view.private')}</Fact>
      ) : null}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

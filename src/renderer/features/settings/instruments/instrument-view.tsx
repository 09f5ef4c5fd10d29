import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { itemPoints, type InstrumentItem } from '#shared/instruments/instrument-item.ts'
import { changeThresholdsOf, type Instrument } from '#shared/instruments/instrument.ts'
import { constructOf, frameOf, scaleStep } from '#shared/instruments/scale-facts.ts'
import { listInWords } from '#renderer/lib/lists.ts'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { stackClass } from '#renderer/ui/stack.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import { constructWords } from './scale-meanings.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './instruments.module.css'

/** A whole instrument as stored: its questions, its scoring, and its terms of use. */
export function InstrumentView({ instrument }: { instrument: Instrument }) {
  const { t } = useTranslation()
  const { words = [], cutoffs = [] } = instrument
  const thresholds = changeThresholdsOf(instrument)
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
        {thresholds.map(({ scale, points, source }) => (
          <p key={`${scale} ${source}`}>
            {t('packs.view.change', { points, scale: titleOf(scale), source })}
          </p>
        ))}
        {cutoffs.map(({ scale, value, meaning, source }) => (
          <p key={`${scale} ${String(value)}`}>
            {t('packs.view.cutoff', { value, scale: titleOf(scale), meaning, source })}
          </p>
        ))}
        {thresholds.length === 0 && cutoffs.length === 0 ? t('packs.view.noThresholds') : null}
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
      <dt className={common['strong']}>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** The questions with every possible answer and their special rules. */
function ItemList({ instrument }: { instrument: Instrument }) {
  const { t } = useTranslation()
  return (
    <ol className={styles['items']}>
      {instrument.items.map((item) => {
        const risk = instrument.riskItems.find((marked) => marked.item === item.id)
        return (
          <li key={item.id}>
            <p>{item.text}</p>
            <Answers item={item} />
            {item.askedIf === undefined ? null : (
              <p className={common['note']}>
                {t('packs.view.askedIf', {
                  numbers: item.askedIf.anyOf
                    .map((id) => instrument.items.findIndex((earlier) => earlier.id === id) + 1)
                    .join(', '),
                  value: item.askedIf.atOrAbove,
                })}
              </p>
            )}
            {risk === undefined && !item.reversed ? null : (
              <p className={stackClass({ direction: 'row', gap: 8 })}>
                {risk === undefined ? null : (
                  <Tag kind="risk">{t('packs.view.risk', { value: risk.atOrAbove })}</Tag>
                )}
                {item.reversed ? <Tag>{t('packs.view.reversed')}</Tag> : null}
              </p>
            )}
          </li>
        )
      })}
    </ol>
  )
}

function Answers({ item }: { item: InstrumentItem }) {
  const { t } = useTranslation()
  const { labels, anchors, minimum, maximum, step } = item
  if (labels !== undefined) {
    return (
      <ul className={joinClasses(common['note'], styles['answers'])}>
        {labels.map(({ value, text }) => (
          <li key={value}>
            {item.points === undefined
              ? t('packs.view.answer', { value, text })
              : t('packs.view.answerPoints', { text, points: itemPoints(item, value) })}
          </li>
        ))}
      </ul>
    )
  }
  if (anchors === undefined) return null
  const ends = { minimum, maximum, step, low: anchors.minimum, high: anchors.maximum }
  return (
    <p className={common['note']}>
      {t('packs.view.anchors', ends)}
      {anchors.middle === undefined ? null : <>; {t('packs.view.middle', { text: anchors.middle })}</>}
    </p>
  )
}

/** The scores: the questions of each, its range and better end, and its rule for missing answers. */
function ScaleList({ instrument }: { instrument: Instrument }) {
  const { t } = useTranslation()
  const numberOf = (id: string) => String(instrument.items.findIndex((item) => item.id === id) + 1)
  return (
    <ul className={stackClass({ gap: 12 })}>
      {instrument.scales.map((scale) => {
        const { id, title, items, method, minimum, maximum, direction, missing } = scale
        return (
          <li key={id}>
            <p className={common['strong']}>{title}</p>
            <p>
              {t('packs.view.scale', {
                method: t(`packs.view.method.${method}`),
                minimum,
                maximum,
                direction: t(`packs.view.direction.${direction}`),
              })}
            </p>
            <p className={common['note']}>
              {t('packs.view.madeOf', { items: listInWords(items.map(numberOf)), count: items.length })}{' '}
              {missing.prorate
                ? t('packs.view.gaps.prorated', { least: missing.minimumAnswered, all: items.length })
                : t('packs.view.gaps.all')}
            </p>
            <ScaleFacts scale={scale} step={scaleStep(scale, instrument.items)} />
          </li>
        )
      })}
    </ul>
  )
}

/** What is known of a scale: what it measures, how finely, how reliably, and which scale it is compared with. */
function ScaleFacts({ scale, step }: { scale: Instrument['scales'][number]; step: number }) {
  const { t } = useTranslation()
  const { reliability = [], spread, pairedWith } = scale
  return (
    <ul className={joinClasses(common['note'], styles['answers'])}>
      <li>
        {t('packs.view.meaning', {
          construct: t(constructWords[constructOf(scale)]),
          frame: t(`packs.frame.${frameOf(scale)}`),
          step,
        })}
      </li>
      {reliability.map(({ kind, value, source }) => (
        <li key={`${kind} ${source}`}>
          {t('packs.view.reliability', { kind: t(`packs.reliability.${kind}`), value, source })}
        </li>
      ))}
      {spread?.within === undefined ? null : (
        <li>{t('packs.view.within', { value: spread.within, source: spread.source })}</li>
      )}
      {spread?.between === undefined ? null : (
        <li>{t('packs.view.between', { value: spread.between, source: spread.source })}</li>
      )}
      {pairedWith === undefined ? null : (
        <li>
          {t(`packs.view.pair.${pairedWith.byItems ? 'byItems' : 'loosely'}`, {
            scale: pairedWith.scale,
            instrument: pairedWith.instrument,
          })}
        </li>
      )}
    </ul>
  )
}

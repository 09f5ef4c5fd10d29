import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { fallParameters } from '#shared/rule-settings/rule-parameters.ts'
import { ShowAll } from '#renderer/parts/show-all.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { Tag, type TagKind } from '#renderer/ui/tag.tsx'
import type { EpisodeView } from './episode-view.ts'
import type { Past } from './past-sessions.ts'
import { OwnSettings } from './own-settings.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './client.module.css'

const tags: Readonly<Record<EpisodeView['state'], TagKind>> = {
  open: 'rupture',
  unrepaired: 'rupture',
  'partly-repaired': 'repair',
  repaired: 'repair',
}

/** Lists every fall with its outcome and its rule: the client's before the therapist's, each newest first. Shows nothing without one. */
export function EpisodesCard({ past, views }: { past: Past; views: readonly EpisodeView[] }) {
  const { t } = useTranslation()
  if (views.length === 0) return null
  return (
    <Card title={t('client.episodes.title')}>
      <ShowAll
        items={inListOrder(views)}
        few={4}
        label={t('client.episodes.showAll', { count: views.length })}
        itemId={({ label }) => label}
      >
        {(view) => <EpisodeLine view={view} />}
      </ShowAll>
      <OwnSettings changed={past.changedParameters} of={fallParameters} />
      <p data-screen-only="">
        <Link to="/settings/rules">{t('client.episodes.seeRules')}</Link>
      </p>
    </Card>
  )
}

function inListOrder(views: readonly EpisodeView[]): EpisodeView[] {
  const newestFirst = views.toReversed()
  return [
    ...newestFirst.filter(({ rater }) => rater === 'client'),
    ...newestFirst.filter(({ rater }) => rater === 'therapist'),
  ]
}

function EpisodeLine({ view }: { view: EpisodeView }) {
  const { t } = useTranslation()
  const { rater, level, state, label, from, to, back, explained } = view
  const { missing: missedSessions, parameters } = explained
  return (
    <Stack gap={4}>
      <h3 className={styles['episodeTitle']}>
        {t('client.episodes.heading', { label, session: to.session })}
        <Tag kind={tags[state]}>{t(`client.episodes.state.${state}`)}</Tag>
      </h3>
      <p className={common['muted']}>
        {t(`client.episodes.rater.${rater}`)} · {t(`client.episodes.level.${level}`)}
      </p>
      <p>
        {t('client.episodes.story', {
          from: from.value,
          fromSession: from.session,
          to: to.value,
          toSession: to.session,
        })}{' '}
        {state === 'repaired' && back !== null
          ? t('client.episodes.end.repaired', { back: back.value, backSession: back.session })
          : t(`client.episodes.end.${state === 'repaired' ? 'partly-repaired' : state}`, {
              count: parameters.windowSessions,
            })}
        {missedSessions.length === 0
          ? null
          : ` ${t('client.episodes.meanwhile', { sessions: missedSessions.join(', '), count: missedSessions.length })}`}
      </p>
      <EpisodeRule view={view} />
    </Stack>
  )
}

/** Shows the rule, parameters and ratings behind one fall, so that a reader can check it by hand. */
function EpisodeRule({ view }: { view: EpisodeView }) {
  const { t } = useTranslation()
  const { values, parameters, missing: missedSessions } = view.explained
  const ratings = view.ratings.map(({ session, value }) => t('client.episodes.rating', { session, value }))
  return (
    <Disclosure title={t('client.episodes.howFound')} level={4}>
      <dl className={styles['terms']}>
        <dt>{t('client.episodes.rule')}</dt>
        <dd>{t('client.episodes.ruleText')}</dd>
        <dt>{t('client.episodes.reference')}</dt>
        <dd>{t('client.episodes.referenceText', { level: values.reference, count: values.meanN })}</dd>
        <dt>{t('client.episodes.spread')}</dt>
        <dd>
          {t('client.episodes.spreadText', { spread: values.spread, own: values.ownSpread })}{' '}
          {t(`client.episodes.knownFrom.${values.knownFrom}`)}
          {values.knownSource === null
            ? null
            : ` ${t('client.episodes.knownSource', { source: values.knownSource })}`}
        </dd>
        <dt>{t('client.episodes.depth')}</dt>
        <dd>
          {t('client.episodes.depthText', {
            depth: values.depth,
            dip: parameters.dipFrom,
            rupture: parameters.ruptureFrom,
          })}
        </dd>
        <dt>{t('client.episodes.repair')}</dt>
        <dd>
          {t('client.episodes.repairText', { line: values.repairedFrom, count: parameters.windowSessions })}
        </dd>
        <dt>{t('client.episodes.missed')}</dt>
        <dd>
          {missedSessions.length === 0
            ? t('client.episodes.missedNone')
            : t('client.episodes.missedText', { sessions: missedSessions.join(', ') })}
        </dd>
        <dt>{t('client.episodes.ratings')}</dt>
        <dd>{t('client.episodes.ratingsText', { ratings: ratings.join(', ') })}</dd>
      </dl>
    </Disclosure>
  )
}

import { useTranslation } from 'react-i18next'
import { readBundle } from '#shared/bundles/bundle-json.ts'
import type { BundledClient } from '#shared/bundles/bundled-client.ts'
import type { PreparedBundle } from '#shared/contract/operations/sharing.ts'
import { totalSourceIn } from '#shared/instruments/total-form.ts'
import { isolateDirection } from '#renderer/lib/isolate-direction.ts'
import { numberFormat } from '#renderer/lib/numbers.ts'
import { Card } from '#renderer/ui/card.tsx'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import { Table, type TableColumn } from '#renderer/ui/table.tsx'
import common from '#renderer/ui/common.module.css'
import { scoreIn } from './share-form.ts'

/** Shows what is in a bundle, read from the very text that will be sealed. */
export function BundleView({ prepared, name }: { prepared: PreparedBundle; name: string }) {
  const { t } = useTranslation()
  const read = readBundle(prepared.text)
  if (read.kind === 'refused') throw new Error(`a prepared bundle is refused: ${read.problem}`)
  const { clients, withdrawn, wellbeing } = read.bundle
  return (
    <Card title={t('sharing.look.title', { name })}>
      <p>{t('sharing.look.exact')}</p>
      {withdrawn.length === 0 ? null : <p>{t('sharing.look.removes', { count: withdrawn.length })}</p>}
      {clients.length === 0 ? <p>{t('sharing.look.onlyRemoves')}</p> : null}
      {clients.map((client) => (
        <ClientView
          key={client.pseudonym}
          client={client}
          code={prepared.clients.find(({ pseudonym }) => pseudonym === client.pseudonym)?.code ?? ''}
        />
      ))}
      {wellbeing === null ? null : (
        <section className={stackClass({ gap: 4 })}>
          <h3>{t('sharing.look.wellbeing')}</h3>
          <ul>
            {wellbeing.map(({ title, weeksBefore, value }, index) => (
              // The scores never reorder, and have no id.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={index}>{t('sharing.look.weeksBefore', { title, value, count: weeksBefore })}</li>
            ))}
          </ul>
        </section>
      )}
      <Disclosure title={t('sharing.look.raw')}>
        <p className={common['typedText']}>{prepared.text}</p>
      </Disclosure>
    </Card>
  )
}

type Session = BundledClient['sessions'][number]

function ClientView({ client, code }: { client: BundledClient; code: string }) {
  const { t } = useTranslation()
  const {
    pseudonym,
    question,
    sessions,
    series,
    episodes,
    outcomes,
    agreements = [],
    ruptures,
    closings = [],
  } = client
  const titleOf = (id: string) => series.find((each) => each.id === id)?.title ?? id
  const raterOf = (id: string) => series.find((each) => each.id === id)?.rater ?? 'client'
  const number = numberFormat().format
  const column = (
    isThere: boolean,
    id: 'date' | 'missing' | 'rupture' | 'notes' | 'words',
    cell: (session: Session) => string,
  ): TableColumn<Session>[] => (isThere ? [{ id, header: t(`sharing.look.${id}`), cell }] : [])
  const columns: TableColumn<Session>[] = [
    {
      id: 'session',
      header: t('sharing.look.session'),
      cell: (session) => session.number,
      align: 'end',
      isRowHeader: true,
    },
    { id: 'week', header: t('sharing.look.week'), cell: ({ week }) => week, align: 'end' },
    ...column(
      sessions.some(({ date }) => date !== null),
      'date',
      ({ date }) => date ?? '',
    ),
    { id: 'status', header: t('sharing.look.status'), cell: ({ status }) => t(`sharing.states.${status}`) },
    ...series.map((each): TableColumn<Session> => ({
      id: each.id,
      header: `${isolateDirection(each.title)} (${t(`sharing.client.rater.${each.rater}`)})`,
      align: 'end',
      cell: (session) => {
        const score = scoreIn(each, session.number)
        return score === null ? '' : number(score)
      },
    })),
    ...column(
      sessions.some(({ clientMissing }) => clientMissing !== null),
      'missing',
      ({ clientMissing }) => (clientMissing === null ? '' : t(`sharing.look.unrated.${clientMissing}`)),
    ),
    ...column(
      sessions.some(({ rupture }) => rupture !== null),
      'rupture',
      ({ rupture }) =>
        rupture === null ? '' : t('sharing.look.hasRupture', { intensity: rupture.intensity ?? '–' }),
    ),
    ...column(
      sessions.some(({ notes }) => notes !== null),
      'notes',
      ({ notes }) => notes ?? '',
    ),
    ...column(
      sessions.some(({ words }) => words !== null),
      'words',
      ({ words }) => (words ?? []).join(' · '),
    ),
  ]
  return (
    <section className={stackClass({ gap: 8 })}>
      <h3>{t('sharing.look.called', { code, pseudonym })}</h3>
      <p className={common['typedText']}>{question ?? t('sharing.look.noQuestion')}</p>
      <Table
        caption={t('sharing.look.table', { pseudonym })}
        isCaptionHidden
        rows={sessions}
        rowId={(session) => String(session.number)}
        columns={columns}
      />
      {ruptures === 'left-out' ? <p>{t('sharing.look.noRuptures')}</p> : null}
      {series.some(({ instrumentId }) => totalSourceIn(instrumentId) !== null) ? (
        <p>{t('sharing.look.totals')}</p>
      ) : null}
      {closings.length === 0 ? null : (
        <p>{t('sharing.look.closed', { sessions: closings.map(({ session }) => String(session)) })}</p>
      )}
      {episodes.length + outcomes.length === 0 ? null : (
        <ul>
          {episodes.map(({ series: id, peak, trough }) => (
            <li key={`${id} ${String(trough)}`}>
              {t('sharing.look.fall', {
                title: titleOf(id),
                rater: t(`sharing.client.rater.${raterOf(id)}`),
                peak,
                trough,
              })}
            </li>
          ))}
          {outcomes.map(({ series: id, baseline, current }) => (
            <li key={`${id} ${String(current)} outcome`}>
              {t('sharing.look.outcome', { title: titleOf(id), baseline, current })}
            </li>
          ))}
        </ul>
      )}
      {agreements.length === 0 ? null : (
        <>
          <p className={common['strong']}>{t('sharing.look.agreements')}</p>
          <ul>
            {agreements.map(({ session, text, state }, place) => (
              // Agreements have no id in a bundle and never reorder, so the place is a safe key.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={place} className={common['typedText']}>
                {t(`sharing.look.agreement.${session === null ? 'earlier' : 'after'}`, {
                  session: session ?? 0,
                  text,
                  state: t(`review.agreements.state.${state}`),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

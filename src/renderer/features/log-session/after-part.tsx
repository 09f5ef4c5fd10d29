import { useTranslation } from 'react-i18next'
import { Card } from '#renderer/ui/card.tsx'
import { EventsCard } from './events-card.tsx'
import { GuessCard } from './guess-card.tsx'
import { InstrumentRatings } from './instrument-ratings.tsx'
import type { PartProps } from './part-props.ts'
import { RuptureCard } from './rupture-card.tsx'
import { attendanceOf } from './save-purpose.ts'
import { formIds } from './use-instruments.ts'

/** After the session: all ratings in one run, so that digits and Enter are enough, then the notes. */
export function AfterPart(props: PartProps & { isGuessing: boolean }) {
  const { t } = useTranslation()
  const { log, findInstrument, isAhead } = props
  const alliance = findInstrument(formIds.alliance)
  const empathy = findInstrument(formIds.empathy)
  const feelings = findInstrument(formIds.after)
  const guess = findInstrument(formIds.guess)
  const hasRatings = log.responses.some(({ occasion }) => occasion === 'after') || log.ruptureNote !== null
  // Existing ratings stay visible, so that a wrong "did not come" cannot hide them.
  if (attendanceOf(log.session.status) !== 'came' && !hasRatings)
    return (
      <>
        <p>{t('logSession.didNotHappen')}</p>
        <EventsCard {...props} />
      </>
    )
  return (
    <>
      {alliance ? (
        <Card title={t('logSession.after.alliance')}>
          <p>{alliance.instruction}</p>
          <InstrumentRatings {...props} instrument={alliance} isDisabled={isAhead} />
          {empathy ? <InstrumentRatings {...props} instrument={empathy} isDisabled={isAhead} /> : null}
        </Card>
      ) : null}
      {feelings ? (
        <Card title={t('logSession.after.feelings')}>
          <p>{feelings.instruction}</p>
          <InstrumentRatings {...props} instrument={feelings} isDisabled={isAhead} />
        </Card>
      ) : null}
      {guess ? <GuessCard {...props} instrument={guess} takesFocus={props.isGuessing} /> : null}
      <RuptureCard {...props} />
      <EventsCard {...props} />
    </>
  )
}

import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import type { EntryAbout } from './entry-about.ts'

/** Says what a sheet with the client's emotions does to the therapist's guess, while that is open. */
export function GuessNote({
  stored,
  forms,
}: Pick<EntryAbout, 'stored'> & { forms: readonly Pick<Instrument, 'id'>[] }) {
  const { t } = useTranslation()
  const { session, responses } = stored
  if (session.guess !== 'open' || forms.every(({ id }) => id !== ownInstruments.emotionsClient)) return null
  const hasGuess = responses.some(({ instrumentId }) => instrumentId === ownInstruments.emotionsGuess)
  return (
    <Banner
      kind="info"
      title={t('paperEntry.guess.title')}
      actions={
        hasGuess ? undefined : (
          <Link
            to="/log/$sessionId"
            params={{ sessionId: session.id }}
            hash="guess"
            className={buttonClass()}
          >
            {t('paperEntry.guess.toGuess')}
          </Link>
        )
      }
    >
      {t(hasGuess ? 'paperEntry.guess.sealed' : 'paperEntry.guess.none')}
    </Banner>
  )
}

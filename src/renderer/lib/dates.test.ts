import { afterEach, describe, expect, it, vi } from 'vitest'

const moment = '2025-03-04T23:30:00.000Z'

afterEach(() => {
  vi.unstubAllGlobals()
})

/** Loads the module as on a computer with this locale and zone. */
async function datesOn(locale: string, zone: string): Promise<typeof import('./dates.ts')> {
  const Real = Intl.DateTimeFormat
  vi.stubGlobal('Intl', {
    ...Intl,
    Locale: Intl.Locale,
    NumberFormat: Intl.NumberFormat,
    DateTimeFormat: function (locales?: string, options?: Intl.DateTimeFormatOptions) {
      return new Real(locales ?? locale, { timeZone: zone, ...options })
    },
  })
  vi.resetModules()
  const dates = await import('./dates.ts')
  dates.setDateLocale(locale)
  return dates
}

describe('dates in words', () => {
  it('are English words in the order and the hours of a German computer', async () => {
    const dates = await datesOn('de-DE', 'Europe/Berlin')
    expect(dates.dayInWords('2025-03-05')).toBe('5 Mar 2025')
    expect(dates.monthInWords('2018-11')).toBe('November 2018')
    expect(dates.dayOf(moment)).toBe('5 Mar 2025')
    expect(dates.weekdayOf(moment)).toBe('Wednesday, 5 Mar 2025')
    expect(dates.timeOf(moment)).toBe('00:30')
    expect(dates.dayAndTimeOf(moment)).toBe('5 Mar 2025, 00:30')
  })

  it('are American on an American computer', async () => {
    const dates = await datesOn('en-US', 'Europe/Berlin')
    expect(dates.dayInWords('2025-03-05')).toBe('Mar 5, 2025')
    expect(dates.weekdayOf(moment)).toBe('Wednesday, Mar 5, 2025')
    expect(dates.timeOf(moment)).toMatch(/^12:30\sAM$/)
    expect(dates.dayAndTimeOf(moment)).toMatch(/^Mar 5, 2025, 12:30\sAM$/)
  })

  it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago'])(
    'name a calendar date and a month in the same way in %s',
    async (zone) => {
      const dates = await datesOn('en-US', zone)
      expect(dates.dayInWords('2025-03-01')).toBe('Mar 1, 2025')
      expect(dates.monthInWords('2018-11')).toBe('November 2018')
    },
  )

  it('name an instant by the clock of the given zone', async () => {
    const dates = await datesOn('en-US', 'Europe/Berlin')
    expect(dates.dayOf(moment, 'UTC')).toBe('Mar 4, 2025')
    expect(dates.timeOf(moment, 'Asia/Tokyo')).toMatch(/^8:30\sAM$/)
  })

  it('distinguish today from another day', async () => {
    const dates = await datesOn('en-US', 'Europe/Berlin')
    expect(dates.isToday(new Date())).toBe(true)
    expect(dates.isToday(moment)).toBe(false)
  })
})

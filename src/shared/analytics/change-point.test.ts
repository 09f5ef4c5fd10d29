import { describe, expect, it } from 'vitest'
import { changePoint } from './index.ts'

/** Yearly flow of the Nile at Aswan, 1871 to 1970, 10^8 cubic metres (Cobb 1978). */
const nile = [
  1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958,
  1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020,
  1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040,
  759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890,
  744, 749, 838, 1050, 918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
]

describe('changePoint', () => {
  it('reproduces strucchange on the Nile: last year before 1898, RSS 1597457 and 2835157, BIC 1270 and 1318', () => {
    const result = changePoint(nile)
    expect(1871 + result!.index - 1).toBe(1898)
    expect(result?.rss).toBeCloseTo(1597457, 0)
    expect(result?.rssNoChange).toBeCloseTo(2835157, 0)
    expect(Math.round(result!.bic)).toBe(1270)
    expect(Math.round(result!.bicNoChange)).toBe(1318)
    expect(result?.before).toBeCloseTo(1097.75, 2)
    expect(result?.after).toBeCloseTo(849.97, 2)
  })

  it('counts rated sessions and maps back to the series', () => {
    const result = changePoint([null, 5, null, 5, 5.5, null, 8, 8, null, 8.5])
    expect(result).toMatchObject({ index: 6 })
  })

  it('finds a perfect step and gives it a finite BIC', () => {
    const result = changePoint([5, 5, 5, 8, 8, 8])
    expect(result).toMatchObject({ index: 3, before: 5, after: 8, rss: 0, rssNoChange: 13.5 })
    expect(Number.isFinite(result?.bic)).toBe(true)
    expect(result!.bic).toBeLessThan(result!.bicNoChange)
  })

  it('keeps at least minSegment ratings on each side', () => {
    const series = [9, 5, 5, 5, 5, 5, 5, 4]
    expect(changePoint(series, { minSegment: 1 })?.index).toBe(1)
    expect(changePoint(series)?.index).toBe(3)
    expect(changePoint(series, { minSegment: 4 })?.index).toBe(4)
  })

  it('has a higher BIC with a change than without if the level never changes', () => {
    const result = changePoint([5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 6])
    expect(result!.bic).toBeGreaterThan(result!.bicNoChange)
  })

  it('is null with too few ratings or if all are equal', () => {
    expect(changePoint([])).toBeNull()
    expect(changePoint([5, 6, 7, 8, 9])).toBeNull()
    expect(changePoint([5, 6, null, 7, 8, 9])).toBeNull()
    expect(changePoint(Array.from({ length: 20 }, () => 7.1))).toBeNull()
    expect(changePoint([5, 6, 7, 8], { minSegment: Number.NaN })).toBeNull()
  })
})

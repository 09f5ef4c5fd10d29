/**
 * The sources of the numbers in a summary's words: the blog's summary, the published abstract or reference, or our own
 * counting.
 */
interface SourceNumbers {
  readonly summary?: readonly string[]
  readonly published?: readonly string[]
  readonly ours?: readonly string[]
}

/**
 * Every number in the words of a summary (claims, notes, differences, caveats and text), as transcribed from the
 * sources. Figures of a finding and sample sizes are in `source-figures.ts`.
 */
export const sourceNumbers: Record<string, SourceNumbers> = {
  'abargil-2025': {
    summary: [
      '1.83',
      '.3.55',
      '3.55',
      '528',
      '0.01',
      '.1.06',
      '.2.39',
      '-1.88',
      '-4.33',
      '510',
      '507',
      '529',
      '532',
    ],
    published: ['58', '40', '16'],
    // The restored minus signs, the p value computed from t, and the usual threshold for p.
    ours: ['-1.83', '-3.55', '-1.06', '-2.39', '.0004', '.05'],
  },
  'alfonsson-2023': { summary: ['14', '7'], published: ['2'] },
  'atzil-slonim-2019': { published: ['62'] },
  'babl-2022': {
    summary: ['25', '33'],
    // The last five are of a larger study: its volume, issue and year, its clients and its therapists.
    published: ['1', '8', '16', '24', '25', '3', '56', '86', '4', '2018', '1210', '147'],
  },
  'chui-liu-2021': { summary: ['50', '58', '34.4', '7.6'], published: ['314', '589'] },
  'cologon-2017': { summary: ['8'], published: ['6', '8', '1001'] },
  'cooper-2020': {
    summary: ['-.42', '-.55', '-.27', '.28', '.15', '.40', '95', '10'],
    published: ['-.39', '-.57', '-.18', '.27', '.09', '.44', '95', '22'],
  },
  'deblaere-2023': {
    summary: ['-.12', '-.35', '-.07', '-.10', '-.36', '-.05', '81', '53', '46'],
    published: ['288'],
  },
  'delgadillo-2018': { summary: ['21', '67'], published: ['5', '31', '39', '49', '2223'] },
  'drinane-2021': { summary: ['5', '10'], published: ['2021', '2022', '50', '1725'] },
  'elliott-2018': {
    summary: ['.22', '.33', '95', '9'],
    published: ['.28', '.23', '.33', '95', '0.58', '6138'],
    // .28 squared, the whole that 9% refers to, and how often the client with more empathy does better at d = 0.58.
    ours: ['7.8', '.30', '59', '100', '50'],
  },
  'eubanks-2018': {
    published: ['1314', '.29', '.10', '.47', '95', '.11', '-.09', '.30', '0.62', '0.22', '276'],
  },
  'finsrud-2023': { summary: ['54', '12', '89'], published: ['631'] },
  'genova-2021': {
    summary: ['106', '30.94', '8.74', '14', '21', '.29', '-.30', '.34', '-.27', '41.9'],
    // The shares are whole numbers of clients out of 86 or 85.
    ours: ['86', '85'],
  },
  'hiebler-ragger-2021': {
    summary: ['-.31', '.31', '2020', '23', '80', '0', '50'],
    published: ['-.31', '.31', '2021', '28', '1', '124', '136', '81.8', '346', '30', '41'],
  },
  'knox-2022': { summary: ['40', '5', '10', '30', '20', '62'], published: ['13'], ours: ['8'] },
  // The last two are of another study: its trainees and its year.
  'lambert-2018': { published: ['24', '53', '2024'] },
  'nissen-lie-2021': {
    summary: ['12000', '30', '72', '12', '9.2'],
    published: ['1243', '30', '52', '5', '429', '438'],
  },
  'norcross-lambert-2018': {
    summary: ['17', '306', '.57', '.61', '.49', '.58', '.62', '11', '.84', '9', '.14'],
    // The last four are of an overview of meta-analyses of feedback; 24 and 2018 are of the pooled studies themselves.
    published: ['16', '17', '9', '7', '1', '295', '.278', '.579', '2018', '24', '11', '0.15', '0.36', '0.53'],
  },
  'simon-2022': {
    summary: ['3.98', '17', '2', '6'],
    published: [
      '18',
      '172',
      '206',
      '45',
      '3.92',
      '3.27',
      '3.10',
      '31',
      '39',
      '1.07',
      '0.84',
      '1.37',
      '1.29',
      '1.02',
      '1.64',
      '97.5',
      '6230',
      '6227',
      '18882',
    ],
    // The shares if they were simply events divided by people.
    ours: ['2.8', '3.3'],
  },
  'stolowicz-melman-2023': { published: ['81', '50'] },
  'tasca-2023': { summary: ['2022'], published: ['2023', '60', '1', '98', '109', '117'] },
  'wolfer-2021': { summary: ['13', '2', '5', '8'] },
  'zilcha-mano-2022': { published: ['100'] },
  // The last four are of a later study: its sessions, its volume, issue and year.
  'zlotnick-2020': { published: ['29', '31', '44', '58', '92', '2', '2024'] },
}

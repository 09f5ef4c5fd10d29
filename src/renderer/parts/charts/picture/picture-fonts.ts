import latin from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?inline'
import latinExtended from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2?inline'

const family = 'Atkinson Hyperlegible Next Variable'

/** The font of the app's interface, for a style sheet that can't load files. A page may not read its own font files. */
export const pictureFonts = [latinExtended, latin]
  .map(
    (address) =>
      `@font-face{font-family:"${family}";font-weight:200 800;src:url(${address}) format("woff2-variations")}`,
  )
  .join('')

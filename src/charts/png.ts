/** Fonts that have Latin and Hangul; resvg draws nothing, and says nothing, for woff. */
export type Fonts = Readonly<{ files: readonly string[]; family: string }>

/** Pixels of a picture for each of the drawing, so that it is sharp on dense screens. */
const ZOOM = 2

/**
 * Draws SVG text as PNG pictures with the given fonts alone, so that every machine draws the same.
 * @returns nothing where the optional package is not installed
 */
export async function loadPainter({ files, family }: Fonts) {
  const resvg = await import('@resvg/resvg-js').catch(() => undefined)
  return (
    resvg &&
    (async (svg: string): Promise<Uint8Array> => {
      const font = { loadSystemFonts: false, fontFiles: [...files], defaultFontFamily: family }
      return (await resvg.renderAsync(svg, { font, fitTo: { mode: 'zoom', value: ZOOM } })).asPng()
    })
  )
}

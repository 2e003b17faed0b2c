/** Fonts that have Latin and Hangul; resvg draws nothing, and says nothing, for woff. */
export type Fonts = Readonly<{ files: readonly string[]; family: string }>

/** Draws SVG text as a PNG picture with the given fonts alone, so that every machine draws the same. */
export async function drawPng(svg: string, { files, family }: Fonts): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js')
  const picture = await renderAsync(svg, {
    font: { loadSystemFonts: false, fontFiles: [...files], defaultFontFamily: family },
  })
  return picture.asPng()
}

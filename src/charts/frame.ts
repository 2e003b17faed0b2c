/** A piece of SVG text. */
export type Fragment = string

/** A drawing below a title: its pieces, from zero down to its height. */
export type Drawing = Readonly<{ height: number; marks: readonly Fragment[] }>

/** Width of every chart, in pixels of the drawing. At half of it, a thumbnail, the text is still read. */
export const WIDTH = 720
export const PAD = 20
/** Sizes of text in the drawing. */
export const SIZE = { title: 25, label: 20, small: 19 } as const
export const LINE = 1.25

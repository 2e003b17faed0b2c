/** Foreign text in a sentence: on one line, and no longer than so many letters. */
export function shortened(text: string, most = 60): string {
  const letters = [...text.replace(/[\s\p{Cc}]+/gu, ' ')]
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : letters.join('')
}

/** Whether a name stands in a text as a whole, both plain and the text with spaces around; a Korean particle may follow it. */
export function stands(name: string, text: string): boolean {
  for (let at = text.indexOf(name); name !== '' && at >= 0; at = text.indexOf(name, at + 1)) {
    const [before = ' ', after = ' '] = [text[at - 1], text[at + name.length]]
    if (!/[\p{L}\d]/u.test(before) && !/[a-z\d]/.test(after)) return true
  }
  return false
}

/** A text as names are compared: case, spaces, hyphens and dots aside. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s._-]+/g, ' ')
    .trim()
}

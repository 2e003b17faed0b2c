declare module 'markdown-it' {
  export default function markdownIt(options: { html: boolean; linkify: boolean }): {
    render(text: string): string
  }
}

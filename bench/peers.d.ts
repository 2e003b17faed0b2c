/** Peers that come without types, as far as the bench calls them. */
declare module 'papaparse' {
  const papa: {
    parse: (
      input: NodeJS.ReadableStream,
      options: {
        header: true
        step: (row: { data: Readonly<Record<string, string>> }) => void
        complete: () => void
      },
    ) => void
  }
  export default papa
}

declare module 'wink-bm25-text-search' {
  const create: () => {
    defineConfig: (config: object) => void
    definePrepTasks: (tasks: readonly ((text: string) => string[])[]) => void
    addDoc: (document: object, id: number) => void
    consolidate: () => void
    search: (query: string, limit: number) => readonly (readonly [number | string, number])[]
  }
  export default create
}

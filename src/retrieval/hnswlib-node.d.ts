/** The small part of `hnswlib-node` that is used: where nothing compiles it, it is not there to be asked. */
declare module 'hnswlib-node' {
  export type SpaceName = 'l2' | 'ip' | 'cosine'
  export class HierarchicalNSW {
    constructor(space: SpaceName, dimensions: number)
    readIndex(file: string): Promise<boolean>
    getCurrentCount(): number
    setEf(width: number): void
    searchKnn(query: number[], k: number): { neighbors: number[]; distances: number[] }
  }
  const library: Readonly<{ HierarchicalNSW: typeof HierarchicalNSW }>
  export default library
}

import type { Accelerator, Catalog, Model } from '../catalog/types.ts'

/** The model whose id a table's name is, as it stands or with its training variant left away. */
export function modelNamed(name: string, catalog: Catalog): Model | undefined {
  const id = (name.split('/').at(-1) ?? '').toLowerCase()
  const family = id.replace(/-(it|instruct|1124|0325|v0\.\d)(?=-|$)/g, '')
  return catalog.model(id) ?? catalog.model(family)
}

/** The accelerator that answers to a name, punctuation left away. */
export function acceleratorNamed(name: string, catalog: Catalog): Accelerator | undefined {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')
  return catalog.accelerators.find((a) =>
    [a.id, a.label, ...a.aliases].some((known) => plain(known) === plain(name)),
  )
}

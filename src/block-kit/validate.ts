import { LIMITS } from './limits.ts'

type Json = Readonly<Record<string, unknown>>

/** What Slack would refuse a message's blocks for, one line a problem; empty when they are fine. */
export function blockProblems(
  blocks: readonly unknown[],
  most: number = LIMITS.blocksPerMessage,
): string[] {
  const list = blocks.filter(isObject)
  const problems = blocks.length > most ? [`${blocks.length} blocks, at most ${most}`] : []
  if (list.length < blocks.length) problems.push('a block that is no object')
  if (most === LIMITS.blocksPerMessage && JSON.stringify(blocks).length > LIMITS.payloadCharacters)
    problems.push(
      `${JSON.stringify(blocks).length} characters of blocks, at most ${LIMITS.payloadCharacters}`,
    )
  if (list.filter((b) => b.type === 'table').length > LIMITS.tablesPerMessage)
    problems.push('more than one table')
  const ids = list.map((b) => b.block_id).filter((id) => typeof id === 'string')
  if (new Set(ids).size < ids.length) problems.push('a block_id twice')
  return [
    ...problems,
    ...list.flatMap((block, i) =>
      oneBlock(block).map((p) => `block ${i} (${String(block.type)}): ${p}`),
    ),
  ]
}

/** What Slack would refuse a modal or Home view for. */
export function viewProblems(view: Json): string[] {
  const problems = blockProblems(list(view.blocks), LIMITS.blocksPerView)
  for (const key of ['title', 'submit', 'close'])
    if (isObject(view[key]) && textOf(view[key]).length > LIMITS.viewTitle)
      problems.push(`${key} over ${LIMITS.viewTitle} characters`)
  if (String(view.private_metadata ?? '').length > LIMITS.privateMetadata)
    problems.push(`private_metadata over ${LIMITS.privateMetadata} characters`)
  if (view.type === 'modal' && !isObject(view.title)) problems.push('a modal without a title')
  return problems
}

const CHECKS: Readonly<Record<string, (block: Json) => string[]>> = {
  section: (b) => [
    ...(isObject(b.text)
      ? within('text', textOf(b.text), LIMITS.sectionText, 1)
      : list(b.fields).length > 0
        ? []
        : ['no text']),
    ...list(b.fields).flatMap((f) => within('field', textOf(f), LIMITS.fieldText, 1)),
    ...(list(b.fields).length > LIMITS.fields ? [`more than ${LIMITS.fields} fields`] : []),
    ...(isObject(b.accessory) ? element(b.accessory) : []),
  ],
  header: (b) => within('text', textOf(b.text), LIMITS.headerText, 1),
  divider: () => [],
  markdown: (b) => within('text', String(b.text ?? ''), LIMITS.markdownText, 1),
  context: (b) => [
    ...(list(b.elements).length > LIMITS.contextElements
      ? [`more than ${LIMITS.contextElements} elements`]
      : []),
    ...list(b.elements)
      .filter(isObject)
      .flatMap((e) => within('element', textOf(e), LIMITS.fieldText, 1)),
  ],
  actions: (b) => elements(b, LIMITS.actionsElements),
  context_actions: (b) => elements(b, LIMITS.contextActionsElements),
  image: (b) => within('alt_text', String(b.alt_text ?? ''), LIMITS.altText, 1),
  input: (b) => [
    ...within('label', textOf(b.label), LIMITS.inputLabel, 1),
    ...(isObject(b.element) ? element(b.element) : ['no element']),
  ],
  table: (b) => table(b),
  rich_text: () => [],
}

function oneBlock(block: Json): string[] {
  const check = CHECKS[String(block.type)]
  if (!check) return ['unknown type']
  const id = String(block.block_id ?? '')
  return [
    ...(id.length > LIMITS.id ? [`block_id over ${LIMITS.id} characters`] : []),
    ...check(block),
  ]
}

function elements(block: Json, most: number): string[] {
  const all = list(block.elements).filter(isObject)
  const ids = all.map((e) => e.action_id)
  return [
    ...(all.length === 0 ? ['no elements'] : []),
    ...(all.length > most ? [`${all.length} elements, at most ${most}`] : []),
    ...(new Set(ids).size < ids.length ? ['an action_id twice'] : []),
    ...all.flatMap(element),
  ]
}

function element(e: Json): string[] {
  const options = list(e.options)
  return [
    ...(String(e.action_id ?? '').length > LIMITS.id ? ['action_id too long'] : []),
    ...(e.type === 'button'
      ? [
          ...within('button text', textOf(e.text), LIMITS.buttonText, 1),
          ...within('value', String(e.value ?? ''), LIMITS.buttonValue, 0),
        ]
      : []),
    ...(options.length > LIMITS.options ? [`more than ${LIMITS.options} options`] : []),
    ...options
      .filter(isObject)
      .flatMap((o) => [
        ...within('option text', textOf(o.text), LIMITS.optionText, 1),
        ...within('option value', String(o.value ?? ''), 150, 1),
      ]),
    ...(isObject(e.placeholder)
      ? within('placeholder', textOf(e.placeholder), LIMITS.placeholder, 1)
      : []),
  ]
}

function table(b: Json): string[] {
  const rows = list(b.rows).map(list)
  const cells = rows.flat()
  return [
    ...(rows.length === 0 ? ['no rows'] : []),
    ...(rows.length > LIMITS.tableRows ? [`more than ${LIMITS.tableRows} rows`] : []),
    ...(rows.some((r) => r.length > LIMITS.tableColumns)
      ? [`more than ${LIMITS.tableColumns} columns`]
      : []),
    ...(new Set(rows.map((r) => r.length)).size > 1 ? ['rows of different lengths'] : []),
    ...(cells.some(
      (c) => !isObject(c) || (c.type !== 'rich_text' && String(c.text ?? '').trim() === ''),
    )
      ? ['an empty cell']
      : []),
  ]
}

function within(name: string, text: string, most: number, least: number): string[] {
  if (text.length > most) return [`${name} of ${text.length} characters, at most ${most}`]
  return text.length < least ? [`empty ${name}`] : []
}

function textOf(value: unknown): string {
  return isObject(value) ? String(value.text ?? '') : String(value ?? '')
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

import { isObject, type Json, list, textOf, within } from './json.ts'
import { LIMITS } from './limits.ts'
import { chartProblems } from './validate-chart.ts'
import { elementProblems, elementsProblems, plainText } from './validate-elements.ts'
import { dataTableProblems, tableProblems } from './validate-table.ts'

/** What Slack would refuse a message's blocks for, one line a problem; empty when they are fine. */
export function blockProblems(
  blocks: readonly unknown[],
  most: number = LIMITS.blocksPerMessage,
): string[] {
  const known = blocks.filter(isObject)
  const problems = blocks.length > most ? [`${blocks.length} blocks, at most ${most}`] : []
  if (known.length < blocks.length) problems.push('a block that is no object')
  const size = JSON.stringify(blocks).length
  if (most === LIMITS.blocksPerMessage && size > LIMITS.payloadCharacters)
    problems.push(`${size} characters of blocks, at most ${LIMITS.payloadCharacters}`)
  if (known.filter((b) => b.type === 'table').length > LIMITS.tablesPerMessage)
    problems.push('more than one table')
  if (known.filter((b) => b.type === 'data_visualization').length > LIMITS.chartsPerMessage)
    problems.push(`more than ${LIMITS.chartsPerMessage} charts`)
  const markdown = known.filter((b) => b.type === 'markdown').map((b) => textOf(b.text).length)
  const together = markdown.reduce((sum, length) => sum + length, 0)
  if (markdown.length > 1 && together > LIMITS.markdownText)
    problems.push(`${together} characters of markdown together, at most ${LIMITS.markdownText}`)
  const ids = known.map((b) => b.block_id).filter((id) => typeof id === 'string')
  if (new Set(ids).size < ids.length) problems.push('a block_id twice')
  return [
    ...problems,
    ...known.flatMap((block, i) =>
      oneBlock(block).map((p) => `block ${i} (${String(block.type)}): ${p}`),
    ),
  ]
}

/** What Slack would refuse a modal or Home view for. */
export function viewProblems(view: Json): string[] {
  const blocks = list(view.blocks)
  const problems = blockProblems(blocks, LIMITS.blocksPerView)
  if (view.type !== 'modal' && view.type !== 'home') problems.push('neither a modal nor a home')
  for (const key of ['title', 'submit', 'close'])
    if (view[key] !== undefined) problems.push(...plainText(key, view[key], LIMITS.viewTitle))
  if (String(view.private_metadata ?? '').length > LIMITS.privateMetadata)
    problems.push(`private_metadata over ${LIMITS.privateMetadata} characters`)
  if (view.type === 'modal' && !isObject(view.title)) problems.push('a modal without a title')
  const asks = blocks.some((b) => isObject(b) && b.type === 'input')
  if (view.type === 'modal' && asks && !isObject(view.submit))
    problems.push('a modal with inputs and without submit')
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
    ...(isObject(b.accessory) ? elementProblems(b.accessory) : []),
  ],
  header: (b) => plainText('text', b.text, LIMITS.headerText),
  divider: () => [],
  markdown: (b) => within('text', String(b.text ?? ''), LIMITS.markdownText, 1),
  context: (b) => [
    ...(list(b.elements).length === 0 ? ['no elements'] : []),
    ...(list(b.elements).length > LIMITS.contextElements
      ? [`more than ${LIMITS.contextElements} elements`]
      : []),
    ...list(b.elements)
      .filter(isObject)
      .flatMap((e) =>
        e.type === 'image' ? elementProblems(e) : within('element', textOf(e), LIMITS.fieldText, 1),
      ),
  ],
  actions: (b) => elementsProblems(b, LIMITS.actionsElements),
  context_actions: (b) => elementsProblems(b, LIMITS.contextActionsElements),
  image: (b) => [
    ...within('alt_text', String(b.alt_text ?? ''), LIMITS.altText, 1),
    ...(b.image_url === undefined && b.slack_file === undefined
      ? ['neither image_url nor slack_file']
      : within('image_url', String(b.image_url ?? ''), LIMITS.url, 0)),
  ],
  input: (b) => [
    ...plainText('label', b.label, LIMITS.inputLabel),
    ...(b.hint === undefined ? [] : plainText('hint', b.hint, LIMITS.inputLabel)),
    ...(isObject(b.element) ? elementProblems(b.element) : ['no element']),
  ],
  table: tableProblems,
  data_table: dataTableProblems,
  alert: (b) => within('text', textOf(b.text), LIMITS.alertText, 1),
  data_visualization: chartProblems,
  plan: (b) => [
    ...within('title', String(b.title ?? ''), LIMITS.planTitle, 1),
    ...list(b.tasks).flatMap((task) =>
      isObject(task) ? taskProblems(task) : ['a task that is none'],
    ),
  ],
  rich_text: () => [],
}

const TASK_STATES: readonly unknown[] = ['pending', 'in_progress', 'complete', 'error']

function taskProblems(task: Json): string[] {
  return [
    ...(task.type === 'task_card' ? [] : ['a task of unknown type']),
    ...within('task_id', String(task.task_id ?? ''), LIMITS.id, 1),
    ...within('title', String(task.title ?? ''), LIMITS.taskTitle, 1),
    ...(TASK_STATES.includes(task.status) ? [] : ['a task without a state']),
  ]
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

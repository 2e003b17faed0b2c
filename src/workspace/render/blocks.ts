import markdownIt from 'markdown-it'
import { html, mrkdwn, type Names } from './mrkdwn.ts'
import { table } from './table.ts'

type Json = Readonly<Record<string, unknown>>

/** Where a block stands: who looks, and how its buttons become forms. */
export type Drawing = Readonly<{
  names: Names
  /** A form around a button or list: hidden fields that say what was clicked. */
  form: (blockId: string, action: Json, inner: string) => string
}>

const markdown = markdownIt({ html: false, linkify: false })

/** Blocks as HTML; one that cannot be drawn becomes a note, the rest stay. */
export function drawBlocks(blocks: readonly Json[], drawing: Drawing): string {
  return blocks
    .map((block, i) => {
      try {
        return drawBlock(block, drawing, i)
      } catch (error) {
        return `<p class="note">This block cannot be drawn: ${html(String(error))}</p>`
      }
    })
    .join('\n')
}

function drawBlock(b: Json, d: Drawing, index: number): string {
  const id = String(b.block_id ?? `b${index}`)
  switch (b.type) {
    case 'section': {
      const body = b.text ? `<div class="text">${textObject(b.text, d)}</div>` : ''
      const fields = list(b.fields)
        .map((f) => `<div class="field">${textObject(f, d)}</div>`)
        .join('')
      const accessory = b.accessory
        ? `<div class="accessory">${element(b.accessory as Json, id, d)}</div>`
        : ''
      return `<div class="section">${body}${fields ? `<div class="fields">${fields}</div>` : ''}${accessory}</div>`
    }
    case 'header':
      return `<h3>${textObject(b.text, d)}</h3>`
    case 'divider':
      return '<hr>'
    case 'context':
      return `<div class="context">${list(b.elements)
        .map((e) =>
          isObject(e) && e.type === 'image' ? image(e) : `<span>${textObject(e, d)}</span>`,
        )
        .join(' ')}</div>`
    case 'actions':
    case 'context_actions':
      return `<div class="actions">${list(b.elements)
        .map((e) => element(e as Json, id, d))
        .join('')}</div>`
    case 'markdown':
      return `<div class="markdown">${markdown.render(String(b.text ?? ''))}</div>`
    case 'image':
      return `<figure>${image(b)}</figure>`
    case 'table':
      return table(b, (cell) => cellHtml(cell, d))
    case 'rich_text':
      return `<div class="text">${richText(b)}</div>`
    default:
      return `<details class="note"><summary>Block of type ${html(String(b.type))}</summary><pre>${html(JSON.stringify(b, null, 2))}</pre></details>`
  }
}

/** plain_text is shown letter for letter, mrkdwn is marked up. */
export function textObject(value: unknown, d: Drawing): string {
  if (!isObject(value)) return html(String(value ?? ''))
  const text = String(value.text ?? '')
  return value.type === 'mrkdwn' ? mrkdwn(text, d.names) : html(text).replace(/\n/g, '<br>')
}

function element(e: Json, blockId: string, d: Drawing): string {
  switch (e.type) {
    case 'button': {
      const label = html(String(e.accessibility_label ?? ''))
      const style = e.style === 'primary' ? ' class="primary"' : ''
      const inner = `<button${style}${label ? ` aria-label="${label}"` : ''}>${textObject(e.text, d)}</button>`
      return d.form(blockId, { type: 'button', action_id: e.action_id, value: e.value }, inner)
    }
    case 'feedback_buttons':
      return ['positive_button', 'negative_button']
        .map((key) => e[key])
        .filter(isObject)
        .map((b) =>
          d.form(
            blockId,
            { type: 'feedback_buttons', action_id: e.action_id, value: b.value },
            `<button class="quiet" aria-label="${html(String(b.accessibility_label ?? ''))}">${textObject(b.text, d)}</button>`,
          ),
        )
        .join('')
    case 'image':
      return image(e)
    default:
      return `<span class="note">${html(String(e.type))}</span>`
  }
}

function image(e: Json): string {
  return `<span class="note">${html(String(e.alt_text ?? 'image'))}</span>`
}

function cellHtml(cell: unknown, d: Drawing): string {
  if (!isObject(cell)) return ''
  if (cell.type === 'rich_text') return richText(cell)
  return cell.type === 'mrkdwn' ? textObject(cell, d) : html(String(cell.text ?? cell.value ?? ''))
}

/** The plain words of rich text, with its breaks; styles that are used keep their tags. */
function richText(b: Json): string {
  return list(b.elements)
    .filter(isObject)
    .map((e) => {
      if (e.elements) return `<div>${richText(e)}</div>`
      const style = isObject(e.style) ? e.style : {}
      const text = html(String(e.text ?? e.url ?? ''))
      return style.bold
        ? `<strong>${text}</strong>`
        : style.italic
          ? `<em>${text}</em>`
          : style.code
            ? `<code>${text}</code>`
            : text
    })
    .join('')
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null
}

import markdownIt from 'markdown-it'
import type { NativeChart } from '../../charts/native.ts'
import { WORDS } from '../words.ts'
import { chart } from './chart.ts'
import { type Drawing, element, image, textObject } from './elements.ts'
import { html, link } from './mrkdwn.ts'
import { richText } from './rich-text.ts'
import { table } from './table.ts'

type Json = Readonly<Record<string, unknown>>

const markdown = markdownIt({ html: false, linkify: false })
// As in Slack, a picture in Markdown is a link; it is not fetched.
markdown.renderer.rules.image = (tokens, i) => {
  const token = tokens[i]
  return link(String(token?.attrGet('src') ?? ''), html(token?.content ?? ''))
}
markdown.renderer.rules.link_open = (tokens, i, options, _, self) => {
  tokens[i]?.attrSet('rel', 'noopener noreferrer')
  tokens[i]?.attrSet('target', '_blank')
  return self.renderToken(tokens, i, options)
}

// As in Slack, all headings are of one size; in a page they stand below the channel's.
markdown.renderer.rules.heading_open = () => '<h3>'
markdown.renderer.rules.heading_close = () => '</h3>'

/** How Slack marks the state of a task. */
const TASK_MARKS: Readonly<Record<string, string>> = {
  pending: '○',
  in_progress: '…',
  complete: '✓',
  error: '✗',
}

/** Blocks as HTML; one that cannot be drawn becomes a note, the rest stay. */
export function drawBlocks(blocks: readonly Json[], drawing: Drawing): string {
  return blocks
    .map((block, i) => {
      try {
        return drawBlock(block, drawing, i)
      } catch (error) {
        return `<p class="note">${WORDS.cannotDraw[drawing.language ?? 'en']} ${html(String(error))}</p>`
      }
    })
    .join('\n')
}

function drawBlock(b: Json, d: Drawing, index: number): string {
  const id = String(b.block_id ?? `b${index}`)
  switch (b.type) {
    case 'section': {
      const body = b.text ? `<div class="text">${textObject(b.text, d)}</div>` : ''
      const fields = list(b.fields).map((f) => `<div class="field">${textObject(f, d)}</div>`)
      const accessory = b.accessory
        ? `<div class="accessory">${element(b.accessory as Json, id, d)}</div>`
        : ''
      return `<div class="section">${body}${fields.length > 0 ? `<div class="fields">${fields.join('')}</div>` : ''}${accessory}</div>`
    }
    case 'header':
      return `<h3>${textObject(b.text, d)}</h3>`
    case 'divider':
      return '<hr>'
    case 'context':
      return `<div class="context">${list(b.elements)
        .map((e) => (e.type === 'image' ? image(e, d) : `<span>${textObject(e, d)}</span>`))
        .join(' ')}</div>`
    case 'actions':
    case 'context_actions':
      return `<div class="actions">${list(b.elements)
        .map((e) => element(e, id, d))
        .join('')}</div>`
    case 'markdown':
      return `<div class="markdown">${markdown.render(String(b.text ?? ''))}</div>`
    case 'image':
      return `<figure>${image(b, d)}${b.title ? `<figcaption>${textObject(b.title, d)}</figcaption>` : ''}</figure>`
    case 'table':
    case 'data_table':
      return table(b, (cell) => cellHtml(cell, d))
    case 'data_visualization':
      return chart(b as unknown as NativeChart, d.language ?? 'en')
    case 'alert':
      return `<p class="note" role="note">${textObject(b.text, d)}</p>`
    case 'plan':
      return `<div class="plan"><b>${html(String(b.title ?? ''))}</b><ol>${list(b.tasks)
        .map(
          (t) =>
            `<li>${html(TASK_MARKS[String(t.status)] ?? '')} ${html(String(t.title ?? ''))}</li>`,
        )
        .join('')}</ol></div>`
    case 'rich_text':
      return `<div class="text">${richText(b, d.names)}</div>`
    default:
      return `<details class="note"><summary>${WORDS.blockOfType[d.language ?? 'en']} ${html(String(b.type))}</summary><pre>${html(JSON.stringify(b, null, 2))}</pre></details>`
  }
}

function cellHtml(cell: Json, d: Drawing): string {
  if (cell.type === 'rich_text') return richText(cell, d.names)
  return cell.type === 'mrkdwn' ? textObject(cell, d) : html(String(cell.text ?? cell.value ?? ''))
}

/** The objects of a list; anything else in it is a fault of the block and throws. */
function list(value: unknown): readonly Json[] {
  if (value === undefined) return []
  if (!Array.isArray(value) || value.some((v) => typeof v !== 'object' || v === null))
    throw new Error('a list of objects was expected')
  return value
}

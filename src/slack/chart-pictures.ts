import { setTimeout as delay } from 'node:timers/promises'
import type { WebAPICallResult, WebClient } from '@slack/web-api'
import { axisFormat } from '../charts/axis-format.ts'
import type { Chart } from '../charts/chart.ts'
import { chartSvg } from '../charts/svg.ts'
import type { Language } from '../language/language.ts'
import type { Log } from './ports.ts'

/** Draws SVG text as a PNG picture. */
type Painter = (svg: string) => Promise<Uint8Array>

/** Charts as pictures, for where Slack does not take its own chart block. */
export type ChartPictures = Readonly<{
  /** Whether a chart can be drawn here; where not, the log says so. */
  canDraw: () => Promise<boolean>
  /** Draws and uploads a picture that nobody sees yet; its file id. */
  upload: (client: WebClient, chart: Chart, language: Language) => Promise<string>
}>

/** Slack looks at a file after it has been uploaded; before that no message can show it. */
const LOOKS = { times: 10, everyMs: 500 } as const
/** Longest that a picture may take on its way, so that the message is posted within its lease. */
const UPLOAD_MS = 12_000
/** Letters of the alternative text of a file. */
const ALT_TEXT = 1000

/** `load` gives nothing where the machine cannot draw. */
export function chartPictures({
  load,
  log,
  wait = delay,
}: Readonly<{
  load: () => Promise<Painter | undefined>
  log: Log
  wait?: (milliseconds: number) => Promise<unknown>
}>): ChartPictures {
  let loading: ReturnType<typeof load> | undefined
  const painter = () => {
    loading ??= load()
    return loading
  }
  const upload: ChartPictures['upload'] = async (client, chart, language) => {
    const paint = await painter()
    if (!paint) throw new Error('Charts cannot be drawn as pictures on this machine.')
    const picture = await paint(chartSvg(chart, axisFormat(language)))
    const { files } = (await client.files.uploadV2({
      file: Buffer.from(picture),
      filename: 'chart.png',
      title: chart.title,
      alt_text: chart.altText.slice(0, ALT_TEXT),
    })) as Uploaded
    const file = files?.[0]?.files?.[0]?.id
    if (file === undefined) throw new Error('Slack gave no id for the picture.')
    for (let look = 0; look < LOOKS.times; look++) {
      const { file: known } = await client.files.info({ file })
      if (known?.mimetype) break
      await wait(LOOKS.everyMs)
    }
    return file
  }
  return {
    canDraw: async () => {
      const can = (await painter()) !== undefined
      if (!can)
        log.warn(
          { package: '@resvg/resvg-js' },
          'charts cannot be drawn as pictures, because the package is not installed; the table stands alone',
        )
      return can
    },
    upload: (client, chart, language) =>
      Promise.race([
        upload(client, chart, language),
        delay(UPLOAD_MS, undefined, { ref: false }).then(() => {
          throw new Error('The picture of a chart took too long to upload.')
        }),
      ]),
  }
}

/** What the call that uploads gives back, as far as it is read; its type leaves this out. */
type Uploaded = WebAPICallResult &
  Readonly<{ files?: readonly Readonly<{ files?: readonly Readonly<{ id?: string }>[] }>[] }>

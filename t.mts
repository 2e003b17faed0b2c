import { mean, ndcg } from './eval/ranking.ts'
import { collections } from './bench/collections.ts'
import { analyse } from './src/retrieval/analyse.ts'
import { createBm25 } from './src/retrieval/bm25.ts'
for (const c of collections('/work/shared')) {
  const docs = c.documents.map(({ title, text }) => ({ all: analyse(`${title} ${text}`, 'document'), title: analyse(title, 'document') }))
  const qs = c.queries.map(q => ({ id: q.id, t: analyse(q.text, 'query') }))
  for (const [k1, b, tw] of [[1.2,.75,.5],[1.2,.75,.3],[1.2,.6,.5],[0.9,.75,.5],[1.5,.75,.5],[1.5,.75,.3],[0.9,.4,.3],[1.2,.75,0],[1.2,.9,.3]]) {
    const bm = createBm25(docs, { all: { k1, b, weight: 1 }, title: { k1, b, weight: tw } })
    const r = (dedupe: boolean) => mean(qs.map(q => { const t = dedupe ? [...new Set(q.t)] : q.t; return ndcg(bm.top({ all: t, title: t }, 100).map(s => c.documents[s.document]!.id), c.relevant.get(q.id)!, 10) }))
    console.log(c.name, k1, b, tw, r(true).toFixed(4), r(false).toFixed(4))
  }
}

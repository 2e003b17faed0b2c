/** Particles and endings stripped from the end of a word, longest first; the stem keeps two syllables. */
const ENDINGS = (
  '에서부터 으로부터 이라는 이라고 에서는 에서도 에게서 으로서 으로써 까지는 까지도 부터는 입니까 습니까 합니까 합니다 입니다 습니다 됩니까 됩니다 인가요 하나요 할까요 일까요 ' +
  '에서 에게 한테 까지 부터 보다 처럼 만큼 마다 조차 밖에 으로 라는 라고 이란 이나 이랑 하고 에는 에도 에만 와는 과는 로는 로도 이야 인가 인지 하면 하는 하게 해서 한다 해야 했다 되는 되면 된다 돼요 해요 예요 나요 까요 을까 할까 ' +
  '은 는 이 가 을 를 에 의 와 과 도 로 만 나 랑 란 야 요 해'
)
  .split(' ')
  .sort((a, b) => b.length - a.length)

/** Character bigrams of each word after one particle is taken off; a stem of one or two syllables stays whole. */
export function koreanTokens(run: string): string[] {
  return run.split(/[^가-힣]+/).flatMap((word) => {
    if (!word) return []
    const stem = koreanStem(word)
    if (stem.length <= 2) return [stem]
    return Array.from({ length: stem.length - 1 }, (_, i) => stem.slice(i, i + 2))
  })
}

/** A word without the one particle or ending at its end. */
export function koreanStem(word: string): string {
  const ending = ENDINGS.find((e) => word.length - e.length >= 2 && word.endsWith(e))
  return ending === undefined ? word : word.slice(0, -ending.length)
}

/** Words that ask and say nothing of what is asked about. */
const ASKING =
  /^(?:뭐|뭘|뭔|뭡|왜|어떻|어떤|어느|얼마|언제|어디|누가|누구|몇|무슨|무엇|알려|말해|설명|줘|주세요|좀|정말|진짜|그냥|이|그|저|것|거|게|건|걸|수|데|때|돼|되|해|하|한|할|있|없|더)(?:[야요죠지까나]|[가-힣]{0,2}(?:요|야|줘|까|지|죠|나))?$/

/** True for a word that asks and says nothing of what is asked about. */
export function isAsking(stem: string): boolean {
  return ASKING.test(stem)
}

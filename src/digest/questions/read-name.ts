const NO_NAME =
  /^(?:we|i|us|it|this|that|they|you|ai|llms?|our|my|the|a|an|each|every|which|what|any|spend\w*|costs?|bill|team|teams|models?|vendors?|providers?|tokens?|api|apis|inference|requests?|everything|everyone|하루|한달|월|주|여기|거기|어디|이번|총|usage|highest|lowest|unit|total|much|last|all|비싼|싼|늘어난|늘은|줄어든|줄은|쓴|쓰는|많은|적은|큰|작은|높은|낮은|어느|어떤|무슨|각|우리|저희|전체|한|그|이|다른|데이터|덕분|덕택|대신|최근|평소|나중)$/i
const NAME_PATTERNS = [
  /\b(?:team|workload|project)\s+["“'‘]([^"”'’]{2,40})["”'’]/i,
  /\bteam ([a-z][\w-]{1,39}) (?:spend|spent|cost|pay|paid|burn)\b/i,
  /\b(?:spend|spent|spending|pay|paid|paying|burned?)(?: (?:the )?(?:most|least|more|less|money|a lot|so much))? (?:on|to|with|for) (?:the |our )?([\p{L}\d._-]{2,40})/iu,
  /(?:^|\s)([\p{L}\d._-]{2,30})에(?:다|게)?\s(?:얼마|돈|비용)/u,
  /\b(?:for|of|by|in|on|did|does|has|is|was) (?:the |our )?([\p{L}\d._-]{2,40}) (?:team|workload|project)\b/iu,
  /\b(?:did|has) (?:the |our )?([\p{L}\d._-]{2,40}) (?:cost|spend|spent|burn)\b/iu,
  /(?:^|\s)["“'‘]?([\p{L}\d._-]{2,30}?)["”'’]?\s?(?:팀|작업|프로젝트|워크로드)(?:은|는|이|가|의|에서|에|을|를|만)?(?=\s|[?？]|$)/u,
] as const

/** What stands where the name of a team, workload or model stands. */
export function nameIn(text: string): string | undefined {
  for (const pattern of NAME_PATTERNS) {
    const [, name] = pattern.exec(text) ?? []
    if (name !== undefined && !NO_NAME.test(name)) return name
  }
  return undefined
}

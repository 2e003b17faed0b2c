import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mrkdwn } from '../../src/workspace/render/mrkdwn.ts'

const names = (id: string) => ({ U1: 'mina', C1: 'ai-spend' })[id]
const draw = (text: string) => mrkdwn(text, names)

describe('mrkdwn that must not come alive', () => {
  it.each([
    ['an escaped shout stays text', '&lt;!channel&gt;', '&lt;!channel&gt;'],
    ['an escaped mention stays text', '&lt;@U1&gt;', '&lt;@U1&gt;'],
    ['an escaped link stays text', '&lt;https://evil|good&gt;', '&lt;https://evil|good&gt;'],
    ['an escaped tag stays text', '&lt;img onerror=x&gt;', '&lt;img onerror=x&gt;'],
    ['a bare tag stays text', '<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
    ['a script address is no link', '<javascript:alert(1)|x>', '&lt;javascript:alert(1)|x&gt;'],
    ['a data address is no link', '<data:text/html,x|x>', '&lt;data:text/html,x|x&gt;'],
    ['sums are not bold', '5 * 3 * 2', '5 * 3 * 2'],
    ['approximations are not struck', '2~3 ~$3', '2~3 ~$3'],
    ['names with underscores are not slanted', 'snake_case_name', 'snake_case_name'],
    ['a double escape is undone once', '&amp;lt;b&amp;gt;', '&amp;lt;b&amp;gt;'],
    [
      'quotes in an address cannot leave the attribute',
      '<https://a/"onx=1|l>',
      '<a href="https://a/&quot;onx=1" rel="noopener noreferrer" target="_blank">l</a>',
    ],
  ])('%s', (_, text, html) => expect(draw(text)).toBe(html))
  it('no text makes a tag of its own', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '&lt;',
      '&gt;',
      '&amp;',
      '*',
      '_',
      '~',
      '`',
      '```',
      '|',
      '"',
      "'",
      '\uE000',
      '0',
      '!channel',
      '@U1',
      'https://a',
      'javascript:x',
      'img onerror=x',
      ' ',
      '\n',
      'b',
    )
    const known =
      /<\/?(?:a|span|strong|em|del|code|pre|br|blockquote)(?: (?:href="(?:https?:\/\/|mailto:)[^"<>]*"|rel="[^"]*"|target="[^"]*"|class="[^"]*"))*>/g
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const drawn = draw(pieces.join(''))
        return !/[<>\uE000]/.test(drawn.replace(known, ''))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('mrkdwn that is drawn', () => {
  it.each([
    [
      'bold, italic and strike at word boundaries',
      '*a b* _c_ (~d~)',
      '<strong>a b</strong> <em>c</em> (<del>d</del>)',
    ],
    [
      'bold in quotation marks',
      '"*a*" and \'*b*\'',
      '&quot;<strong>a</strong>&quot; and &#39;<strong>b</strong>&#39;',
    ],
    ['italic in bold', '*_a_*', '<strong><em>a</em></strong>'],
    [
      'code keeps its stars and entities',
      '`*a* &lt;b&gt; &amp;amp;`',
      '<code>*a* &lt;b&gt; &amp;amp;</code>',
    ],
    ['code in bold', '*`x`*', '<strong><code>x</code></strong>'],
    ['a control sequence inside code is shown', '`<!channel>`', '<code>&lt;!channel&gt;</code>'],
    ['a block of code keeps its lines', '```\na\n*b*\n```', '<pre>a\n*b*</pre>'],
    [
      'a mention has a name',
      '<@U1> in <#C1>',
      '<span class="mention">@mina</span> in <span class="mention">#ai-spend</span>',
    ],
    ['a shout is marked as one', '<!channel>', '<span class="mention loud">@channel</span>'],
    ['a date shows its words', '<!date^1^{date}|24 Nov>', '24 Nov'],
    ['quoted lines stand together', '&gt; a\n&gt; b\nc', '<blockquote>a<br>b</blockquote>c'],
    [
      'a link label may hold a bar',
      '<https://a.example|x|y>',
      '<a href="https://a.example" rel="noopener noreferrer" target="_blank">x|y</a>',
    ],
    ['lines break', 'a\nb', 'a<br>b'],
  ])('%s', (_, text, html) => expect(draw(text)).toBe(html))
})

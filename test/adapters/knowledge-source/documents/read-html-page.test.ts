import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { readHtmlPage } from '#adapters/knowledge-source/html/read-html-page.ts';

function page(html: string | Uint8Array, url: string | null = 'https://shop.example/help/delivery') {
  return readHtmlPage({ name: 'delivery.html', html, url });
}

function rowsOf(html: string) {
  return page(html).rows.map(({ content, place }) => [
    place?.headings?.join(' › '),
    content?.kind,
    content?.question,
    content?.answer,
  ]);
}

// Catches: menus, notices, scripts and what is hidden come in as knowledge.
test('reads the main content alone', () => {
  const html = `<title>Delivery – Shop</title><body><nav>menu</nav><header><h1>Shop</h1></header>
    <div style="display: none">gone</div><p hidden>gone</p><template>gone</template>
    <main><h1>Delivery</h1><p>Two days.<script>run()</script><style>p{}</style></p><div aria-hidden="true">gone</div>
    <form><label>Mail</label><input value="gone"><button>gone</button></form></main><aside>gone</aside><footer>gone</footer>`;
  expect(rowsOf(html)).toEqual([['Delivery', 'article', 'Delivery', 'Two days.\n\nMail']]);
});

// Catches: a page without `main` is empty, or one that is laid out with tables or lists loses its headings.
test('reads pages of any build', () => {
  expect(rowsOf('<table><tr><td><h1>A</h1><p>b<td><h2>C</h2>d</table>')).toEqual([
    ['A', 'article', 'A', 'b'],
    ['A › C', 'article', 'A › C', 'd'],
  ]);
  expect(rowsOf('<ul><li><h2>A</h2>b</li><li><h2>C</h2>d</li></ul>')).toEqual([
    ['A', 'article', 'A', 'b'],
    ['C', 'article', 'C', 'd'],
  ]);
  expect(rowsOf('<p>Only text.')).toEqual([['delivery', 'article', 'delivery', 'Only text.']]);
});

// Catches: a table's row loses the names of its columns, or a cell that spans rows holds for the first of them alone.
test('a table row says what each cell is', () => {
  const html = `<h1>T</h1><table><caption>Rates</caption><thead><tr><th rowspan=2>Zone<th colspan=2>Charge<tr><th>Letter<th>Parcel</thead>
    <tr><td rowspan=2>North<td>3<td>4</tr><tr><td>5<td>6</tr></table>`;
  expect(rowsOf(html)).toEqual([
    [
      'T',
      'article',
      'T',
      'Rates\n\nZone: North; Charge Letter: 3; Charge Parcel: 4\nZone: North; Charge Letter: 5; Charge Parcel: 6',
    ],
  ]);
});

// Catches: lists run together, inner items are lost, numbers begin anew.
test('lists stay lists', () => {
  const html = '<h1>T</h1><ol start=3><li>three<ul><li>inner</ul><li><p>four</p><p>more</p></ol>';
  expect(rowsOf(html)).toEqual([['T', 'article', 'T', '3. three\n   - inner\n4. four\n   more']]);
});

// Catches: an FAQ comes in as articles nobody asks for, or each question twice.
test('questions and their answers stay pairs under their headings', () => {
  const json = JSON.stringify({
    '@graph': [
      {
        '@type': ['FAQPage'],
        mainEntity: [
          {
            '@type': 'Question',
            name: 'Why&nbsp;so?',
            acceptedAnswer: { '@type': 'Answer', text: '<p>Because <b>so</b>.</p>' },
          },
          { '@type': 'Question', name: 'How long?', acceptedAnswer: [{ text: 'Two days.' }] },
        ],
      },
    ],
  });
  const html = `<title>Help</title><script type="application/ld+json">${json}</script><script type="application/ld+json">{broken</script>
    <h1>Help</h1><h2>How long?</h2><p>Two days.<h2>Money</h2>
    <details><summary>When is it back?</summary><p>In a week.</details><details><summary>More</summary>text</details>
    <dl><dt>Who pays?<dd>We do.<dt>Term<dd>Meaning</dl>
    <div itemscope itemtype="https://schema.org/Question"><h3 itemprop="name">Where to?</h3><div itemprop="acceptedAnswer"><p itemprop="text">Here.</div></div>`;
  expect(rowsOf(html)).toEqual([
    ['Help', 'pair', 'Why so?', 'Because so.'],
    ['Help', 'pair', 'How long?', 'Two days.'],
    ['Help › Money', 'article', 'Help › Money', 'More\ntext\n\nTerm: Meaning'],
    ['Help › Money', 'pair', 'When is it back?', 'In a week.'],
    ['Help › Money', 'pair', 'Who pays?', 'We do.'],
    ['Help › Money', 'pair', 'Where to?', 'Here.'],
  ]);
});

// Catches: a crawler follows what it should not, misses what it should, or keeps what the page asks not to be kept.
test('says where the page leads and what it asks', () => {
  const html = `<head><base href="/faq/"><link rel="canonical" href="b#x"><meta name="ROBOTS" content="NoIndex, follow"></head>
    <nav><a href="a#1">a</a><a href="a#2">a</a></nav><a href="//other.example/x">x</a><a rel="nofollow" href="no">no</a>
    <a href="mailto:a@b.example">m</a><a href="javascript:run()">j</a><a href="http://[broken">b</a><area href="map">`;
  expect(page(html)).toMatchObject({
    canonical: 'https://shop.example/faq/b',
    isNoIndex: true,
    isNoFollow: false,
    links: ['https://shop.example/faq/a', 'https://other.example/x', 'https://shop.example/faq/map'],
  });
  const closed = page('<meta name=robots content=none><a href=a>a</a>');
  expect(closed).toMatchObject({ isNoIndex: true, isNoFollow: true, links: [] });
  expect(page('<a href="https://shop.example/a">a</a>', null).links).toEqual([]);
});

// Catches: a page in an older encoding is read as gibberish because only one of the places that name it is looked at.
test('reads the encoding that the server, the page or the bytes tell', () => {
  const html = (charset: string) => `<html><head>${charset}</head><h1>送料について</h1><p>全国一律五百円です。`;
  const seen = (bytes: Uint8Array, charset?: string) => {
    const { encoding, rows } = readHtmlPage({
      name: 'a',
      html: bytes,
      url: null,
      ...(charset !== undefined && { charset }),
    });
    return [encoding, rows[0]?.content?.answer];
  };
  const answer = '全国一律五百円です。';
  expect(seen(iconv.encode(html('<meta charset="Shift_JIS">'), 'shift_jis'))).toEqual(['shift_jis', answer]);
  expect(seen(iconv.encode(html(''), 'euc-jp'), 'EUC-JP')).toEqual(['euc-jp', answer]);
  expect(seen(iconv.encode(html('<meta charset="utf-8">'), 'shift_jis'))).toEqual(['shift_jis', answer]);
  expect(seen(Buffer.from(`\uFEFF${html('<meta charset=gbk>')}`))).toEqual(['utf-8', answer]);
});

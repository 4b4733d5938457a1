// Reads feeds with parsers of npm and prints what each made of them: node npm.mjs FILE… > JSON
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import RssParser from 'rss-parser';
import FeedParser from 'feedparser';
import { parseFeed } from 'feedsmith';
import { extractFromXml, extractFromJson } from '@extractus/feed-extractor';

const first = (...values) => values.find((value) => value !== undefined && value !== null && value !== '');
const day = (value) => (value ? new Date(value).toISOString() : '');

async function rssParser(text) {
  const parser = new RssParser({
    customFields: { item: [['media:content', 'media', { keepArray: true }], 'atom:updated', 'updated', 'published'] },
  });
  return (await parser.parseString(text)).items.map((item) => ({
    title: item.title,
    link: item.link,
    published: day(first(item.published, item.isoDate)),
    updated: day(first(item['atom:updated'], item.updated)),
    body: first(item['content:encoded'], item.content, item.summary),
    enclosure: item.enclosure?.url,
    media: JSON.stringify(item.media ?? []),
  }));
}

function feedParser(text) {
  return new Promise((resolve, reject) => {
    const items = [];
    const parser = new FeedParser({ addmeta: false });
    parser.on('error', reject);
    parser.on('end', () => resolve(items));
    parser.on('readable', () => {
      for (let item = parser.read(); item; item = parser.read()) {
        items.push({
          title: item.title,
          link: item.link,
          published: day(item.pubdate),
          updated: day(first(item['atom:updated']?.['#'], item.date)),
          body: first(item.description, item.summary),
          enclosure: item.enclosures?.[0]?.url,
          media: JSON.stringify(item['media:content'] ?? []),
        });
      }
    });
    Readable.from([text]).pipe(parser);
  });
}

function feedsmith(text) {
  const { feed } = parseFeed(text);
  return (feed.items ?? feed.entries ?? []).map((item) => ({
    title: typeof item.title === 'object' ? item.title.value : item.title,
    link: first(item.link, item.url, item.links?.find((link) => link.rel === 'alternate')?.href),
    published: day(first(item.pubDate, item.published, item.date_published, item.datePublished)),
    updated: day(first(item.atom?.updated, item.updated, item.date_modified, item.dateModified)),
    body: first(item.content?.encoded, item.content?.value, item.content_html, item.contentHtml, item.content_text,
      item.contentText, item.description, item.summary?.value, typeof item.content === 'string' ? item.content : undefined,
      typeof item.summary === 'string' ? item.summary : undefined),
    enclosure: first(item.enclosures?.[0]?.url, item.attachments?.find((file) => file.mime_type?.startsWith('audio'))?.url,
      item.links?.find((link) => link.rel === 'enclosure')?.href),
    media: JSON.stringify(item.media ?? item),
  }));
}

function extractor(text) {
  const options = {
    normalization: true,
    descriptionMaxLen: 0,
    getExtraEntryFields: (item) => ({
      body: first(item['content:encoded'], item.content?.['#text'], item.content_html, item.content_text,
        item.description?.['#text'], item.description, item.summary?.['#text'], item.content, item.summary),
      updated: day(first(item['atom:updated'], item.updated, item.date_modified)),
      enclosure: first(item.enclosure?.['@_url'], [].concat(item.link ?? []).find((link) => link['@_rel'] === 'enclosure')?.['@_href'],
        item.attachments?.find((file) => file.mime_type?.startsWith('audio'))?.url),
      media: JSON.stringify(item['media:content'] ?? item._slugline ?? []),
    }),
  };
  const feed = text.startsWith('{') ? extractFromJson(JSON.parse(text), options) : extractFromXml(text, options);
  return feed.entries.map((item) => ({ ...item, published: day(item.published) }));
}

const readers = { 'rss-parser': rssParser, feedparser: feedParser, feedsmith, 'feed-extractor': extractor };
const out = {};
for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, 'utf8');
  for (const [name, read] of Object.entries(readers)) {
    if (text.startsWith('{') && (name === 'rss-parser' || name === 'feedparser')) {
      continue; // they read no JSON Feed
    }
    try {
      (out[name] ??= {})[file] = await read(text);
    } catch (broken) {
      (out[name] ??= {})[file] = String(broken);
    }
  }
}
console.log(JSON.stringify(out));

#!/usr/bin/env python3
"""Gives every edition to the feed readers that are installed, and compares what each made of it.

readers.py BASE DIR NPM   BASE: address of a running newsroom; DIR: to work in; NPM: the answer of npm.mjs, or -
What is true is taken from the JSON editions, which no reader here but two npm parsers reads.
Prints a table; exits 1 when a reader lost something that it shows at all.
"""
import datetime, email, email.policy, glob, html, json, os, re, shutil, sqlite3, subprocess, sys, time, urllib.request

BASE, DIR, NPM = sys.argv[1], os.path.abspath(sys.argv[2]), sys.argv[3]
FIELDS = {  # what a reader shows, beside titles and bodies with their captions and credits
    'newsboat': {'published', 'link', 'enclosure'},
    'sfeed': {'published', 'link', 'enclosure'},
    'rss2email': {'date', 'link', 'enclosure'},  # the later of the two
    'liferea': {'published', 'link', 'enclosure'},
    'rss-parser': {'published', 'updated', 'link', 'enclosure', 'media'},
    'feedparser': {'published', 'updated', 'link', 'enclosure', 'media'},
    'feedsmith': {'published', 'updated', 'link', 'enclosure', 'media'},
    'feed-extractor': {'date', 'updated', 'link', 'enclosure', 'media'},
}
# not looked for by the reader itself, in whatever feed
BLIND = {('rss-parser', 'atom'): {'enclosure'}, ('newsboat', 'json'): None, ('sfeed', 'json'): None,
         ('rss2email', 'json'): None, ('liferea', 'json'): None, ('rss-parser', 'json'): None,
         ('feedparser', 'json'): None}


def words(markup):
    """What a person reads of it."""
    text = re.sub(r'<[^>]+>', ' ', markup or '')
    return re.sub(r'\s+', '', html.unescape(html.unescape(text)))


def seconds(text):
    return int(datetime.datetime.fromisoformat(text.replace('Z', '+00:00')).timestamp()) if text else 0


def get(path):
    with urllib.request.urlopen(BASE + path) as answer:
        return answer.read()


def address(page, form):
    path, _, query = page.partition('?')
    return f'{path}/feed.{form}' + (f'?{query}' if query else '')


def truth(page):
    feed = json.loads(get(address(page, 'json')))
    entries = []
    for item in feed['items']:
        ours = item.get('_slugline', {}).get('media', [])
        entries.append({
            'title': item['title'], 'link': item.get('url', ''), 'id': item['id'],
            'published': seconds(item['date_published']), 'updated': seconds(item['date_modified']),
            'body': words(item.get('content_html') or item.get('content_text')),
            'enclosure': next((file['url'] for file in item.get('attachments', [])
                               if file['mime_type'].startswith('audio')), ''),
            'told': [media[name] for media in ours for name in ('caption', 'credit') if media.get(name)],
            'whole': 'content_html' in item,
        })
    return entries


def pages():
    story = json.loads(get('/api/stories?limit=1'))['items'][0]['id']
    return ['', '/sections/world', '/tags/nato', '/authors/rachel-younger', '/stories', f'/stories/{story}', '/wire',
            '/outlets/1', '/corrections', '/search?q=troops']


def newsboat(feeds):
    read = {}
    for key, url in feeds.items():
        home = fresh('newsboat')  # of its own: it keeps an entry that stands in two feeds under one of them only
        with open(home + '/urls', 'w') as urls:
            urls.write(url + '\n')
        open(home + '/config', 'w').close()
        run('newsboat', '-u', home + '/urls', '-c', home + '/cache', '-C', home + '/config', '-x', 'reload')
        rows = sqlite3.connect(home + '/cache').execute(
            'SELECT title, url, pubDate, content, enclosure_url FROM rss_item')
        read[key] = [dict(title=t, link=u, published=p, body=c, enclosure=e) for t, u, p, c, e in rows]
    return read


def sfeed(feeds):
    read = {}
    for key, url in feeds.items():
        out = subprocess.run(['sfeed', BASE], input=get(url[len(BASE):]), stdout=subprocess.PIPE, check=True).stdout
        read[key] = []
        for line in out.decode().splitlines():
            at, title, link, body, kind, _, _, enclosure, *_ = line.split('\t')
            body = body.replace('\\n', '\n').replace('\\t', '\t').replace('\\\\', '\\')
            read[key].append(dict(title=title, link=link, published=int(at or 0),
                                  body=body if kind == 'html' else html.escape(body), enclosure=enclosure))
    return read


def rss2email(feeds):
    read = {}
    for key, url in feeds.items():
        home = fresh('rss2email')
        for name in ('cur', 'new', 'tmp'):
            os.makedirs(f'{home}/mail/INBOX/{name}')
        with open(home + '/config', 'w') as config:
            config.write(f'[DEFAULT]\nto = reader@news.example\nemail-protocol = maildir\nmaildir-path = {home}/mail\n'
                         'maildir-mailbox = INBOX\ndate-header = True\nhtml-mail = True\nbody-width = 0\n')
        program = ['r2e', '-c', home + '/config', '-d', home + '/data']
        run(*program, 'add', 'it', url)
        run(*program, 'run')
        read[key] = []
        for file in glob.glob(home + '/mail/INBOX/new/*'):
            with open(file, 'rb') as mail:
                message = email.message_from_binary_file(mail, policy=email.policy.default)
            body = message.get_body().get_content()
            links = re.findall(r'href="([^"]*)"', body)
            read[key].append(dict(
                title=str(message['Subject']), link=html.unescape(links[0]) if links else '', body=body,
                published=int(email.utils.parsedate_to_datetime(message['Date']).timestamp()),
                enclosure=next((link for link in links if link.endswith('.mp3')), '')))
    return read


def liferea(feeds):
    home = fresh('liferea')
    os.makedirs(home + '/.config/liferea')
    with open(home + '/.config/liferea/feedlist.opml', 'w') as opml:
        opml.write('<?xml version="1.0" encoding="utf-8"?>\n<opml version="1.0"><head><title>f</title></head><body>\n')
        for number, url in enumerate(feeds.values()):
            opml.write(f'<outline title="f{number}" text="f{number}" type="rss" id="feed{number:03}" '
                       f'xmlUrl="{html.escape(url)}" updateInterval="1" cacheLimit="unlimited"/>\n')
        opml.write('</body></opml>\n')
    environment = {key: value for key, value in os.environ.items() if not key.startswith('XDG_')}
    environment.update(HOME=home, XDG_RUNTIME_DIR=home, NO_AT_BRIDGE='1', WEBKIT_DISABLE_COMPOSITING_MODE='1')
    with open(home + '/log', 'w') as log:
        program = subprocess.Popen(['xvfb-run', '-a', 'dbus-run-session', '--', 'liferea'], env=environment, stdout=log,
                                   stderr=log, start_new_session=True)
        file, read, fetched = home + '/.local/share/liferea/liferea.db', {}, 0
        for _ in range(60):
            time.sleep(1)
            try:
                with sqlite3.connect(f'file:{file}?mode=ro', uri=True) as database:
                    fetched = database.execute('SELECT count(DISTINCT node_id) FROM items').fetchone()[0]
            except sqlite3.Error:
                continue
            if fetched == len(feeds):
                time.sleep(3)
                break
        subprocess.run(['kill', '--', f'-{program.pid}'])
        program.wait()
    if fetched < len(feeds):
        raise RuntimeError(f'it fetched {fetched} of {len(feeds)} feeds in a minute')
    database = sqlite3.connect(f'file:{file}?mode=ro', uri=True)
    for number, key in enumerate(feeds):
        rows = database.execute(
            "SELECT i.title, i.source, i.date, i.description, (SELECT group_concat(m.value, ' ') FROM metadata m "
            "WHERE m.item_id = i.item_id AND m.key = 'enclosure') FROM items i WHERE i.node_id = ?", (f'feed{number:03}',))
        read[key] = [dict(title=t, link=s, published=d, body=b,
                          enclosure=next(iter(re.findall(r'https?://\S+?\.mp3', e or '')), '')) for t, s, d, b, e in rows]
    return read


def npm(name, feeds):
    with open(NPM) as answers:
        answer = json.load(answers).get(name, {})
    read = {}
    for page, form in feeds:
        items = answer.get(file(page, form))
        if isinstance(items, str):
            raise RuntimeError(items)
        read[page, form] = [dict(item, published=seconds(item.get('published')), updated=seconds(item.get('updated')))
                            for item in items or []]
    return read


def compare(reader, form, entries, read):
    fields = FIELDS[reader] - BLIND.get((reader, form), set())
    wrong = []
    for entry in entries:
        same = [one for one in read
                if words(one['title']) == words(html.escape(entry['title'])) and one.get('link') in (entry['link'], None, '')]
        if not same:
            wrong.append(f"lost «{entry['title'][:40]}»")
            continue
        one = same[0]
        for field in ('published', 'updated', 'link', 'enclosure'):
            if field in fields and (one.get(field) or '') != entry[field] and entry[field]:
                wrong.append(f"{field} of «{entry['title'][:30]}» is {one.get(field)!r}, not {entry[field]!r}")
        if 'date' in fields and one['published'] not in (entry['published'], entry['updated']):
            wrong.append(f"the date of «{entry['title'][:30]}» is {one['published']!r}")
        if entry['body'][:400] not in words(one['body']):
            wrong.append(f"the body of «{entry['title'][:30]}» is cut")
        for told in entry['told']:
            if words(html.escape(told)) not in words(one['body']):
                wrong.append(f"«{told[:30]}» is not shown")
            media = one.get('media', '')
            if 'media' in fields and form != 'json' and not (told in media or html.escape(told) in media):
                wrong.append(f"«{told[:30]}» is not in its media")
    return wrong


def fresh(name):
    home = f'{DIR}/{name}'
    shutil.rmtree(home, ignore_errors=True)
    os.makedirs(home)
    return home


def run(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)
    if done.returncode:
        raise RuntimeError(f'{command[0]}: {done.stdout.decode()[-300:]}')


def file(page, form):
    return f"{DIR}/{re.sub('[^a-z0-9]', '_', page) or '_'}.{form}"


def main():
    expected = {page: truth(page) for page in pages()}
    expected = {page: entries for page, entries in expected.items() if entries}
    forms = ('rss', 'atom', 'json')
    feeds = {(page, form): BASE + address(page, form) for page in expected for form in forms}
    if NPM == 'fetch':
        for page, form in feeds:
            with open(file(page, form), 'wb') as out:
                out.write(get(address(page, form)))
            print(file(page, form))
        return 0
    programs = {'newsboat': newsboat, 'sfeed': sfeed, 'r2e': rss2email, 'liferea': liferea}
    table, faults = {}, []
    for program, read in programs.items():
        if shutil.which(program):
            xml = {key: url for key, url in feeds.items() if key[1] != 'json'}
            try:
                table[read.__name__] = read(xml)
            except (RuntimeError, OSError, sqlite3.Error, subprocess.SubprocessError) as broken:
                print(f'{read.__name__} could not be run: {broken}', file=sys.stderr)
    if NPM != '-':
        for name in ('rss-parser', 'feedparser', 'feedsmith', 'feed-extractor'):
            table[name] = npm(name, [key for key in feeds if BLIND.get((name, key[1]), set()) is not None])
    print('| edition | entries | ' + ' | '.join(table) + ' |\n|---|---|' + '---|' * len(table))
    for page, entries in expected.items():
        row = []
        for reader, read in table.items():
            cell = []
            for form in forms:
                if (page, form) in read:
                    wrong = compare(reader, form, entries, read[page, form])
                    faults += [f'{reader}, {page}/feed.{form}: {fault}' for fault in wrong]
                    cell.append(f'{form} {"whole" if not wrong else f"{len(wrong)} faults"}')
            row.append(', '.join(cell))
        print(f"| `{page or '/'}` | {len(entries)} | " + ' | '.join(row) + ' |')
    print('\n'.join(faults), file=sys.stderr)
    return 1 if faults else 0


sys.exit(main())

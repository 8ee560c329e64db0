import { sortByUse, toFacts } from './toFacts';

/* eslint-disable no-script-url -- that it never becomes a link is what is tested */
describe('toFacts', () => {
  it.each([
    {
      what: 'a web address is a link',
      values: { url: 'https://a.example.org/x' },
      value: {
        kind: 'link',
        href: 'https://a.example.org/x',
        text: 'https://a.example.org/x',
      },
    },
    {
      what: 'a script is never a link',
      values: { url: 'javascript:alert(1)' },
      value: {
        kind: 'endpoint',
        text: 'javascript:alert(1)',
        copy: 'javascript:alert(1)',
      },
    },
    {
      what: 'a host with a port is to copy',
      values: { primary: 'redis.team-a:6379' },
      value: {
        kind: 'endpoint',
        text: 'redis.team-a:6379',
        copy: 'redis.team-a:6379',
      },
    },
    {
      what: 'a password within an address is not shown, but copied',
      values: { dsn: 'postgres://app:s3cret@db:5432/app' },
      value: {
        kind: 'endpoint',
        text: 'postgres://app:••••@db:5432/app',
        copy: 'postgres://app:s3cret@db:5432/app',
      },
    },
    {
      what: 'credentials within a web address make it no link',
      values: { url: 'https://app:s3cret@a.example.org' },
      value: {
        kind: 'endpoint',
        text: 'https://app:••••@a.example.org',
        copy: 'https://app:s3cret@a.example.org',
      },
    },
    {
      what: 'a password is hidden',
      values: { adminPassword: 'hunter2' },
      value: { kind: 'hidden', copy: 'hunter2' },
    },
    {
      what: 'the name of a Secret is a name',
      values: { credentialsSecret: 'redis-credentials' },
      value: { kind: 'secretName', text: 'redis-credentials' },
    },
    {
      what: 'a secret itself is hidden, whatever it looks like',
      values: { clientSecret: 'abc123' },
      value: { kind: 'hidden', copy: 'abc123' },
    },
    {
      what: 'the secret half of a key is hidden',
      values: { secretAccessKey: 'wJalrXUtnFEMI/K7MDENG' },
      value: { kind: 'hidden', copy: 'wJalrXUtnFEMI/K7MDENG' },
    },
    {
      what: 'what cannot be the name of a Secret is hidden',
      values: { databaseSecret: 'Tr0ub4dor&3' },
      value: { kind: 'hidden', copy: 'Tr0ub4dor&3' },
    },
    {
      what: 'a Secret with its namespace is a name',
      values: { connectionSecret: 'team-a/redis-credentials' },
      value: { kind: 'secretName', text: 'team-a/redis-credentials' },
    },
    {
      what: 'passwords in a list are hidden',
      values: { passwords: ['hunter2', 'hunter3'] },
      value: { kind: 'hidden', copy: 'hunter2\nhunter3' },
    },
    {
      what: 'passwords of addresses in a list are not shown',
      values: { brokers: ['amqp://app:s3cret@a:5672', 'b:5672'] },
      value: { kind: 'list', items: ['amqp://app:••••@a:5672', 'b:5672'] },
    },
    {
      what: 'nor is one within a sentence',
      values: { message: 'Use psql postgres://app:s3@cret@db:5432/app now' },
      value: {
        kind: 'text',
        text: 'Use psql postgres://app:••••@db:5432/app now',
      },
    },
    {
      what: 'a mark that turns the text around is written out',
      values: { file: '\u202Egnp.exe' },
      value: { kind: 'text', text: '\\u202egnp.exe' },
    },
    {
      what: 'so is one in a link, which still leads where it led',
      values: { url: 'https://a.example.org/\u200Bx' },
      value: {
        kind: 'link',
        href: 'https://a.example.org/\u200Bx',
        text: 'https://a.example.org/\\u200bx',
      },
    },
    {
      what: 'lines stay lines',
      values: { motd: 'one\ntwo' },
      value: { kind: 'text', text: 'one\ntwo' },
    },
    {
      what: 'a yes or no is a switch',
      values: { persistence: false },
      value: { kind: 'switch', isOn: false },
    },
    {
      what: 'a zero is a value',
      values: { replicas: 0 },
      value: { kind: 'text', text: '0' },
    },
    {
      what: 'plain values make a list',
      values: { zones: ['a', 'b'] },
      value: { kind: 'list', items: ['a', 'b'] },
    },
    {
      what: 'a list of objects is counted',
      values: { rules: [{ a: 1 }, { a: 2 }] },
      value: { kind: 'more', count: 2 },
    },
    {
      what: 'what lies too deep is counted',
      values: { a: { b: { c: { d: 1, e: 2 } } } },
      value: { kind: 'more', count: 2 },
    },
  ])('$what', ({ values, value }) => {
    expect(toFacts(values).map(fact => fact.value)).toEqual([value]);
  });

  it('hides what is known to be a secret, whatever it is called', () => {
    expect(
      toFacts(
        { admin: { pin: 1234, name: 'ada' }, words: ['a', 'b'] },
        { secretPaths: ['admin.pin', 'words'] },
      ).map(({ path, value }) => [path, value]),
    ).toEqual([
      ['admin.pin', { kind: 'hidden', copy: '1234' }],
      ['admin.name', { kind: 'text', text: 'ada' }],
      ['words', { kind: 'hidden', copy: 'a\nb' }],
    ]);
  });

  it('calls things as their author does, whatever is in a title', () => {
    expect(
      toFacts(
        {
          version: '7',
          admin: { secretRef: { name: 'a' }, pw: 'x' },
          note: 'n',
        },
        {
          fieldTitles: {
            version: 'Redis\u202e version',
            admin: 'First user',
            'admin.secretRef.name': 'Where its password is',
          },
        },
      ).map(({ label, group }) => [group, label]),
    ).toEqual([
      [undefined, 'Redis\\u202e version'],
      ['First user › Secret ref', 'Where its password is'],
      ['First user', 'Pw'],
      [undefined, 'Note'],
    ]);
  });

  it('leaves out what is unset', () => {
    expect(toFacts({ a: null, b: '', c: [], d: {}, e: undefined })).toEqual([]);
  });

  it('groups the parts of a thing and names a Secret without its reference', () => {
    expect(
      toFacts({
        database: { host: 'db.team-a', secretRef: { name: 'db-credentials' } },
      }),
    ).toEqual([
      {
        path: 'database.host',
        label: 'Host',
        group: 'Database',
        value: { kind: 'endpoint', text: 'db.team-a', copy: 'db.team-a' },
      },
      {
        path: 'database.secretRef.name',
        label: 'Secret',
        group: 'Database',
        value: { kind: 'secretName', text: 'db-credentials' },
      },
    ]);
  });

  it('cuts a text that nobody would read', () => {
    const [fact] = toFacts({ log: 'x'.repeat(10_000) });

    expect(fact?.value).toEqual({ kind: 'text', text: `${'x'.repeat(400)}…` });
  });
});

describe('sortByUse', () => {
  it('puts links, addresses and Secrets before the rest, else keeps the order', () => {
    const facts = toFacts({
      note: 'hello',
      secretName: 's',
      endpoint: 'a:80',
      another: 'x',
      url: 'https://a.example.org',
    });

    expect(sortByUse(facts).map(({ path }) => path)).toEqual([
      'url',
      'endpoint',
      'secretName',
      'note',
      'another',
    ]);
  });
});
